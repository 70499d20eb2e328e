"""The installed program, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("monitor")
CONFIG = ROOT / "config"


def command(*arguments: str | Path) -> list[str]:
    """The words of a command line."""
    return [str(PROGRAM), *map(str, arguments)]


def run(
    *arguments: str | Path, status: int | None = 0, given: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end; its exit status must be the one expected (None: any)."""
    done = subprocess.run(
        command(*arguments),
        capture_output=True,
        input=given,
        env={**os.environ, "MONITOR_CONFIG": str(CONFIG)},
        check=False,
    )
    assert status is None or done.returncode == status, done.stderr.decode()
    return done
