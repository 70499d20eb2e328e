"""Each contract of import-linter holds, and is seen to fail on a deliberate breach in a copy of the code."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

BREACHES = {
    "a room imports another room": (
        "monitor/dedup/settings.py",
        "from monitor.figures import Kinds",
        "Arrows point one way",
    ),
    "a room imports the store": ("monitor/ledger/rules.py", "from monitor.store import Store", "Arrows point one way"),
    "a room imports the road": (
        "monitor/stories/settings.py",
        "from monitor.pipeline import read",
        "Arrows point one way",
    ),
    "the store imports the road": (
        "monitor/store/engine.py",
        "from monitor.pipeline import read",
        "Arrows point one way",
    ),
    "the model imports anything of ours": (
        "monitor/model.py",
        "from monitor.record import record",
        "Arrows point one way",
    ),
    "a command reaches into a deciding room": (
        "monitor/cli/app.py",
        "from monitor.ledger import Rules",
        "Only the road and what feeds it know the deciding rooms",
    ),
    "a deciding room does I/O": ("monitor/figures/kinds.py", "import sqlite3", "Deciding does no I/O"),
    "a command speaks to the database": (
        "monitor/cli/app.py",
        "import sqlalchemy",
        "One room speaks to the database",
    ),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_seen(breach: str, tmp_path: Path) -> None:
    file, line, contract = BREACHES[breach]
    shutil.copytree(ROOT / "monitor", tmp_path / "monitor", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    breached = tmp_path / file
    text = breached.read_text()
    future = "from __future__ import annotations\n"
    breached.write_text(text.replace(future, f"{future}\n{line}\n", 1) if future in text else f"{line}\n{text}")
    done = lint(tmp_path)
    assert done.returncode != 0, done.stdout
    assert any(contract in told and "BROKEN" in told for told in done.stdout.splitlines()), done.stdout
