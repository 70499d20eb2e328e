"""The folder of labelled articles and scorers, which is not part of the project."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def folder() -> Path:
    """Where the labelled articles are: $MONITOR_SHARED, else `../shared` beside the project; ends without it."""
    found = Path(os.environ.get("MONITOR_SHARED") or ROOT.parent / "shared")
    if not (found / "eval").is_dir():
        sys.exit(f"left out: {found} holds no labelled articles; name their folder in MONITOR_SHARED")
    return found


def score(scorer: str, *arguments: str | Path) -> str:
    """What a scorer prints. A scorer that ends non-zero for a failed check still prints."""
    command = [sys.executable, str(folder() / "eval" / scorer), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        sys.exit(f"{scorer} failed: {done.stderr.strip()}")
    return done.stdout
