"""How much of anything is taken from outside, and why so much."""

from __future__ import annotations

MAX_BYTES = 8 * 1024 * 1024
"""Of one file, one JSONL line, one page: the longest live blogs stay below 2 MB, so what is larger is no article."""

MAX_MANIFEST_BYTES = 8 * 1024 * 1024
"""Of a manifest: some 50,000 entries."""

MAX_TEXT = 1_000_000
"""Code points of one article's text: a long book. Reading is linear in it."""

MAX_TITLE = 1_000
"""Code points of a title: what is longer is text in the wrong field, and is cut."""

MAX_NESTING = 500
"""Open elements in a page. Real pages stay below 100, and libraries that walk a tree by recursion fail near 1,000."""

MAX_ENTRIES = 10_000
"""Entries read from one feed. The largest real ones hold some 2,000."""

MAX_TAGS = 300_000
"""Tags in a feed: three times what its entries can need. The parser takes some 20 microseconds for each."""

MAX_DEPTH = 32
"""Folders in folders. Deeper is a loop made by a mount, or a mistake."""
