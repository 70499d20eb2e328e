"""Two services never share one database by accident."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from monitor.errors import StoreError
from monitor.settings import load
from monitor.store import Store

COPYING = load(Path(__file__).parents[2] / "config").copies

HOLDER = """
import sys
from monitor.dedup import Copying
from monitor.store import Store
with Store.open(sys.argv[1], Copying()).held():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_lock_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "m.db.lock").mkdir()
    store = Store.open(str(tmp_path / "m.db"), COPYING)
    with pytest.raises(StoreError, match=r"m\.db\.lock: cannot be written"), store.held():
        pass
    store.close()


def test_a_database_held_by_one_process_is_refused_to_another_until_that_one_dies(database: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, database], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        store = Store.open(database, COPYING)
        with pytest.raises(StoreError, match="another service runs on this database"), store.held():
            pass
        holder.kill()
        holder.wait()
    with store.held():
        pass
    store.close()
