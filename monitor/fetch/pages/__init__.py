"""Articles' pages: visits, and visits again in case one was edited."""
