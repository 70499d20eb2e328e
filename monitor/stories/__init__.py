"""Is this event known: what an article says of its event, and which story takes it."""

from monitor.stories.assigner import Assigner, Assignment, Held
from monitor.stories.read import Features, clock_of, features
from monitor.stories.settings import Storying
from monitor.stories.state import Brought, Kept, Standing
from monitor.stories.title import title_of

__all__ = [
    "Assigner",
    "Assignment",
    "Brought",
    "Features",
    "Held",
    "Kept",
    "Standing",
    "Storying",
    "clock_of",
    "features",
    "title_of",
]
