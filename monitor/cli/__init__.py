"""The commands."""

from __future__ import annotations

import sys

from monitor.cli.app import app
from monitor.cli.commands import database, edit, feeds, kinds, look, reading, service, telling
from monitor.errors import MonitorError, SettingsError

__all__ = ["database", "edit", "feeds", "kinds", "look", "main", "reading", "service", "telling"]


def main() -> None:
    """The program's way in: errors are told in a line each, never as a traceback."""
    try:
        app()
    except SettingsError as error:
        for problem in error.problems:
            print(f"monitor: {problem}", file=sys.stderr)
        sys.exit(2)
    except MonitorError as error:
        print(f"monitor: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone: there is no one to tell
        sys.exit(141)
    except KeyboardInterrupt:
        print("monitor: stopped", file=sys.stderr)
        sys.exit(130)
