"""`monitor replay` and `monitor extract`: recorded input in, what was decided or read out."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress, TextColumn, TimeElapsedColumn

from monitor.cli.app import CONFIG, ConfigFolder, Shape, ShapeAsked, app, settings_in
from monitor.cli.digesting import DigestShape, digest_in
from monitor.cli.extraction import extraction_json, extraction_text
from monitor.errors import InputError
from monitor.fetch import Note, items, pasted
from monitor.pipeline import Decided, Reading, Road
from monitor.replay import replay
from monitor.store import Store
from monitor.workers import Readers


class ReplayShape(StrEnum):
    """How a replay is printed: a digest at the end, or a line for each article as it is decided."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"


@app.command("replay")
def replay_command(
    paths: Annotated[list[Path], typer.Argument(help="Folders and files: text, HTML, feeds, JSONL.", exists=False)],
    shape: Annotated[ReplayShape, typer.Option("--format", help="What to print.")] = ReplayShape.TEXT,
    database: Annotated[
        str | None,
        typer.Option("--db", help="Keep what is decided here; the same command then goes on where it stopped."),
    ] = None,
    workers: Annotated[int, typer.Option(min=0, max=256, help="Processes that read; 0: one for each processor.")] = 1,
    speed: Annotated[
        float | None, typer.Option(min=0.001, help="Let time pass between arrivals, so many times faster than it did.")
    ] = None,
    config: ConfigFolder = CONFIG,
) -> None:
    """Read recorded articles down the same road as the service, with no side effects, and print what came of it."""
    settings = settings_in(config)
    store = Store.open(database, settings.copies) if database else Store.temporary(settings.copies)
    decided = failed = 0
    progress = _progress()
    task = progress.add_task("replay", total=None, done="0 articles")
    try:
        with Readers(settings, workers) as readers, progress:
            for entry in replay(items(paths), Road(store, settings), readers, speed=speed):
                if isinstance(entry, Decided):
                    decided += 1
                    if shape is ReplayShape.JSONL:
                        sys.stdout.write(entry.record + "\n")
                        sys.stdout.flush()
                else:
                    failed += isinstance(entry, InputError)
                    _tell(progress, entry)
                progress.update(task, done=f"{decided:,} articles" + (f", {failed:,} not read" if failed else ""))
        if shape is not ReplayShape.JSONL:
            with store.reading() as past:
                made = past.views.digest(settings.labels, None, None, policy=settings.alerts.figures)
            typer.echo(digest_in(made, DigestShape(shape.value)), nl=False)
    except KeyboardInterrupt:
        goes_on = "; the same command goes on from there" if database else ""
        typer.echo(f"monitor: stopped after {decided} articles{goes_on}", err=True)
        raise typer.Exit(130) from None
    finally:
        store.close()
    if failed:
        typer.echo(f"monitor: {decided} articles were decided, {failed} could not be read", err=True)
        raise typer.Exit(1)


@app.command()
def extract(
    path: Annotated[str, typer.Argument(help="A file, or - for standard input.")] = "-",
    shape: ShapeAsked = Shape.TEXT,
    config: ConfigFolder = CONFIG,
) -> None:
    """Print every figure that is read in a text, with its sentence, who says it and how firmly. Nothing is stored."""
    settings = settings_in(config)
    entries = [pasted(sys.stdin.buffer.read())] if path == "-" else items([Path(path)])
    failed = False
    with Readers(settings, workers=1) as readers:
        for entry in readers.read(entries):
            if isinstance(entry, Reading):
                told = extraction_json(entry) if shape is Shape.JSON else extraction_text(entry, settings)
                typer.echo(told, nl=False)
            else:
                failed = failed or isinstance(entry, InputError)
                typer.echo(f"monitor: {entry}", err=True)
    if failed:
        raise typer.Exit(1)


def _progress() -> Progress:
    """Counts on standard error, and only where that is a terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        TextColumn("{task.fields[done]}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _tell(progress: Progress, entry: InputError | Note) -> None:
    progress.console.print(f"monitor: {entry}", markup=False, highlight=False, soft_wrap=True)
