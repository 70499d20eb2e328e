"""The service of `monitor run` in a hurry: its clock goes faster than the world's, and it waits less for servers.

python -m tests.acceptance.hurried TIMES --config FOLDER
"""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime
from pathlib import Path

from monitor.daemon import Configured, Service
from monitor.daemon.service import utc_now
from monitor.fetch import Limits
from monitor.log import set_up
from monitor.settings import load
from monitor.store import Store

IMPATIENT = Limits(connect=2, read=2, total=3, pause=0.1)


def main(times: int, config: Path) -> None:
    """Run the service until it is told to stop."""
    settings, began = load(config), utc_now()
    set_up(settings.service.log_level)

    def clock() -> datetime:
        return began + (utc_now() - began) * times

    store = Store.open(settings.database, settings.copies)
    asyncio.run(Service(Configured(config, settings), store, clock, limits=IMPATIENT).run())
    store.close()


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[3]))
