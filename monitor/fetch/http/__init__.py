"""Asking strangers over HTTP: guarded, bounded, polite."""
