"""Pages and plain text to the lines that are an article, its times and its charset."""
