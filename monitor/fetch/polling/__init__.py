"""One poll of a feed, and what follows from it: when next, what is told, what is kept."""
