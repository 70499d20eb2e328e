"""`monitor claim`, `story merge|split|mute|unmute`, `undo`, `edits`: what a user sets right, kept with who and why."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from monitor.alerts import as_json, plain
from monitor.cli.app import CONFIG, ConfigFolder, DatabaseUrl, Shape, ShapeAsked, app, settings_in, store_of
from monitor.cli.commands.look import past_of, story
from monitor.editing import Correction, Editor, Hand, Range
from monitor.model import Scope, Status
from monitor.store import Edit

claim = typer.Typer(no_args_is_help=True, help="Set right what was read in a sentence.")
app.add_typer(claim, name="claim")

Because = Annotated[str, typer.Option("--because", help="Why: kept with the edit.")]
By = Annotated[str, typer.Option("--by", help="Who makes the edit; your login name where left out.")]
Address = Annotated[str, typer.Argument(help="The claim, as `monitor why-not ARTICLE` shows it.")]
StoryId = Annotated[str, typer.Argument(help="The story's id, as `monitor stories` lists it.")]


def _number(text: str) -> Range:
    """A number as a user gives it: `12`, `12-15`, `12+` for at least 12, `0` for none."""
    low, dash, high = text.removesuffix("+").partition("-")
    is_open = text.endswith("+")
    if not low.isdecimal() or (dash and (is_open or not high.isdecimal() or int(high) < int(low))):
        raise typer.BadParameter(f"{text!r} is no number; give for example 12, 12-15 or 12+ (at least 12)")
    return Range(int(low), None if is_open else int(high or low))


@claim.command("correct")
def correct(
    address: Address,
    number: Annotated[
        Range | None, typer.Option(parser=_number, help="12, 12-15, 12+ (at least 12), 0 (none).", metavar="NUMBER")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="What was counted: killed, injured, ...")] = None,
    voice: Annotated[str | None, typer.Option(help="Who says it.")] = None,
    status: Annotated[Status | None, typer.Option(help="How firmly it is said.")] = None,
    scope: Annotated[Scope | None, typer.Option(help="Of this event, of another, or of nothing that happened.")] = None,
    group: Annotated[str | None, typer.Option(help="The part that was counted.")] = None,
    total: Annotated[bool, typer.Option("--total", help="It is no part: it is the total.")] = False,
    because: Because = "",
    by: By = "",
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Say what a claim says in truth; what you leave out stays. Copies and later revisions are set right too."""
    if group is not None and total:
        raise typer.BadParameter("a claim is of a group or of the total, not of both")
    correction = Correction(number, kind, status, scope, voice, "" if total else group)
    if correction == Correction():
        raise typer.BadParameter("say what is wrong: --number, --kind, --voice, --status, --scope, --group or --total")
    _make(config, database, by, because, lambda editor: editor.correct(address, correction))


@claim.command("reject")
def reject(
    address: Address, because: Because = "", by: By = "", config: ConfigFolder = CONFIG, database: DatabaseUrl = None
) -> None:
    """Say that nobody made a claim: it moves no figure, in copies and later revisions either."""
    _make(config, database, by, because, lambda editor: editor.reject(address))


@story.command("merge")
def merge(
    old: StoryId,
    into: Annotated[str, typer.Argument(help="The story that it becomes part of.")],
    because: Because = "",
    by: By = "",
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Make two stories one. The first one's address leads to the second; nothing is alerted again."""
    _make(config, database, by, because, lambda editor: editor.merge(old, into))


@story.command("split")
def split(
    old: StoryId,
    articles: Annotated[list[str], typer.Argument(help="The articles to take out: id, address or key.")],
    because: Because = "",
    by: By = "",
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Take articles, with their copies and later revisions, into a story of their own."""
    _make(config, database, by, because, lambda editor: editor.split(old, articles))


@story.command("mute")
def mute(
    muted: StoryId, because: Because = "", by: By = "", config: ConfigFolder = CONFIG, database: DatabaseUrl = None
) -> None:
    """Send no more alerts of a story. Its ledger is kept, and digests show it."""
    _make(config, database, by, because, lambda editor: editor.mute(muted))


@story.command("unmute")
def unmute(
    muted: StoryId, because: Because = "", by: By = "", config: ConfigFolder = CONFIG, database: DatabaseUrl = None
) -> None:
    """Send alerts of a story again, from its next change on."""
    _make(config, database, by, because, lambda editor: editor.unmute(muted))


@app.command()
def undo(
    edit: Annotated[int, typer.Argument(help="The number of the edit, as `monitor edits` lists it.")],
    because: Because = "",
    by: By = "",
    config: ConfigFolder = CONFIG,
    database: DatabaseUrl = None,
) -> None:
    """Take an edit back: what it changed is as if it had not been made."""
    _make(config, database, by, because, lambda editor: editor.undo(edit))


@app.command()
def edits(shape: ShapeAsked = Shape.TEXT, config: ConfigFolder = CONFIG, database: DatabaseUrl = None) -> None:
    """List all that was set right: by whom, when and why, and what was undone."""
    with past_of(config, database) as (past, _):
        made = past.edits.all()
    if shape is Shape.JSON:
        typer.echo(as_json(made))
        return
    for edit in made:
        typer.echo(_told(edit))


def _make(config: Path, database: str | None, by: str, because: str, edit: Callable[[Editor], Edit]) -> None:
    settings = settings_in(config)
    store = store_of(settings, database)
    try:
        made = edit(Editor(store, settings, Hand(by or _login(), datetime.now(UTC), because)))
    finally:
        store.close()
    typer.echo(_told(made))


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user of a container who has no name
        return "a user"


def _told(edit: Edit) -> str:
    at = f"{edit.at:%Y-%m-%d %H:%M}" if edit.at else "undated"
    what = f"{edit.action.value} {edit.subject}"
    undone = f", undone by edit {edit.undone_by}" if edit.undone_by else ""
    why = f": {edit.reason}" if edit.reason else ""
    return plain(f"edit {edit.id}  {at}  {edit.by}  {what}{undone}{why}")
