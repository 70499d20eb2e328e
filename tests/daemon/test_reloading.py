"""Settings read again while the service runs: all of them, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.daemon.reloading import Configured
from monitor.settings import load, write_out


@pytest.fixture
def configured(tmp_path: Path) -> Configured:
    write_out(tmp_path)
    return Configured(tmp_path / "config", load(tmp_path / "config"))


def test_files_as_they_were_are_no_change(configured: Configured) -> None:
    assert not configured.changed()


def test_a_written_file_is_a_change_and_what_it_says_is_taken(configured: Configured, tmp_path: Path) -> None:
    with (tmp_path / "config" / "feeds.toml").open("a") as file:
        file.write('\n[[feed]]\nurl = "https://feeds.example/new.xml"\n')
    assert configured.changed()
    assert configured.read_again()
    assert configured.settings.sources.feeds[-1].url == "https://feeds.example/new.xml"
    assert not configured.changed()


def test_one_fault_in_one_file_keeps_all_of_the_old_settings_and_is_told_once(
    configured: Configured, tmp_path: Path
) -> None:
    before = configured.settings
    with (tmp_path / "config" / "feeds.toml").open("a") as file:
        file.write('\n[[feed]]\nurl = "https://feeds.example/new.xml"\n')
    with (tmp_path / "config" / "monitor.toml").open("a") as file:
        file.write("\n[stories2]\n")
    assert not configured.read_again()
    assert configured.settings is before
    assert any("stories2" in problem for problem in configured.problems)
    assert not configured.changed()
