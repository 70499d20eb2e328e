"""What does a text claim: figures, who says them, of what event."""

from monitor.figures.kinds import Kind, Kinds

__all__ = ["Kind", "Kinds"]
