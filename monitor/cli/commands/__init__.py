"""Each command's own file."""
