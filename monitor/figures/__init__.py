"""What does a text claim: figures, who says them, of what event."""

from monitor.figures.en.authority import is_authority
from monitor.figures.kinds import Kind, Kinds
from monitor.figures.read import read
from monitor.figures.totals import totals

__all__ = ["Kind", "Kinds", "is_authority", "read", "totals"]
