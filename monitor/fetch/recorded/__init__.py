"""Recorded input: folders and files to items."""
