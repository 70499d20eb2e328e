"""Strangers' bytes are parsed in processes of their own."""
