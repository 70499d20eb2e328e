"""The configuration as shipped, and every fault of a broken one told at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.errors import SettingsError
from monitor.settings import load, load_or_shipped, write_out

SHIPPED = Path(__file__).parents[2] / "config"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    write_out(tmp_path)
    return tmp_path / "config"


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


def faults(config: Path) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(config)
    return [problem.removeprefix(f"{config}/") for problem in caught.value.problems]


def test_what_is_shipped_holds_and_shows_the_defaults() -> None:
    shipped = load(SHIPPED)
    assert len(shipped.sources.feeds) >= 12
    assert [path.resolve() for path in shipped.sources.recorded] == [SHIPPED.parent / "seeds"]
    assert "computers_seized" in shipped.kinds
    assert shipped.rules.urgent_kinds == ("killed",)


def test_every_key_shown_in_monitor_toml_is_its_default(tmp_path: Path) -> None:
    write_out(tmp_path)
    full = load(tmp_path / "config")
    (tmp_path / "config" / "monitor.toml").write_text("")
    bare = load(tmp_path / "config")
    assert full == bare


def test_all_faults_of_all_files_are_told_with_file_and_key(config: Path) -> None:
    edit(config / "monitor.toml", "workers = 0", 'workers = "many"\nspeed = 9')
    edit(config / "monitor.toml", "allow = []", 'allow = ["300.1.2.3"]')
    edit(config / "feeds.toml", 'url = "https://feeds.bbci', 'url = "ftp://feeds.bbci')
    edit(config / "figures.toml", 'id = "injured"', 'id = "Injured!"')
    told = faults(config)
    assert any(line.startswith("monitor.toml: service.workers: ") for line in told)
    assert "monitor.toml: service.speed: is no key that is known here" in told
    assert any(line.startswith("monitor.toml: network.allow.0: ") and "300.1.2.3" in line for line in told)
    assert any(line.startswith("feeds.toml: feed.0.url: ") for line in told)
    assert any(line.startswith("figures.toml: ") for line in told)


def test_what_a_room_refuses_is_a_fault_of_its_key(config: Path) -> None:
    edit(config / "monitor.toml", "join_at = 0.6", "join_at = 7.5")
    assert any("copies" in line and "join_at" in line for line in faults(config))


def test_no_toml_at_all_is_told_with_the_line(config: Path) -> None:
    (config / "feeds.toml").write_text("[[feed]\nurl = ")
    assert any(line.startswith("feeds.toml: is no TOML: ") and "line 1" in line for line in faults(config))


def test_a_missing_file_is_named(config: Path) -> None:
    (config / "figures.toml").unlink()
    assert any(line.startswith("figures.toml: ") for line in faults(config))


def test_a_feed_named_twice_and_a_missing_recording_are_told(config: Path) -> None:
    edit(config / "feeds.toml", 'path = "../seeds"', 'path = "../gone"')
    with (config / "feeds.toml").open("a") as file:
        file.write('\n[[feed]]\nurl = "https://feeds.npr.org/1004/rss.xml"\n')
    told = faults(config)
    assert "feeds.toml: feed https://feeds.npr.org/1004/rss.xml: is named twice" in told
    assert any("gone does not exist" in line for line in told)


def test_the_environment_goes_before_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MONITOR_DATABASE__URL", "postgresql://desk@db/news")
    monkeypatch.setenv("MONITOR_SERVICE__WORKERS", "3")
    settings = load(config)
    assert (settings.database, settings.service.workers) == ("postgresql://desk@db/news", 3)


def test_a_database_path_is_relative_to_the_file_that_names_it(config: Path) -> None:
    assert load(config).database == f"sqlite:///{config.parent.resolve() / 'var' / 'monitor.db'}"


def test_a_bare_path_of_a_database_is_too(config: Path) -> None:
    edit(config / "monitor.toml", 'url = "sqlite:///../var/monitor.db"', 'url = "../var/news.db"')
    assert load(config).database == f"sqlite:///{config.parent.resolve() / 'var' / 'news.db'}"


def test_a_table_that_is_written_as_a_key_is_told_how_to_be(config: Path) -> None:
    (config / "monitor.toml").write_text('retention = "2 years"\n')
    assert faults(config) == [
        "monitor.toml: retention: is a table: write [retention] above its keys (it says '2 years')"
    ]


def test_without_a_folder_the_shipped_settings_are_used(tmp_path: Path) -> None:
    settings = load_or_shipped(tmp_path / "nowhere")
    assert settings.kinds == load(SHIPPED).kinds
    assert settings.database == "sqlite:///var/monitor.db"


def test_writing_out_never_overwrites(config: Path) -> None:
    with pytest.raises(SettingsError, match="is there already"):
        write_out(config.parent)
