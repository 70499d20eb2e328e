"""The server of pages, API, feed and metrics: started with the service, and stopped with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web
from aiohttp.typedefs import Handler

from monitor.errors import MonitorError, NotFoundError, StoreError
from monitor.settings import Web
from monitor.web import api, health, pages
from monitor.web.access import guarded
from monitor.web.asking import Asking
from monitor.web.vitals import Vitals

log = structlog.get_logger()


class AddressInUseError(MonitorError):
    """The address of the page cannot be had."""


def application(settings: Web, asking: Asking, vitals: Vitals) -> web.Application:
    """Every page, ready to be served."""
    app = web.Application(middlewares=[guarded(settings), _told], client_max_size=64 * 1024)
    app.add_routes([*pages.routes(asking), *api.routes(asking), *health.routes(vitals)])
    return app


@asynccontextmanager
async def serving(settings: Web, asking: Asking, vitals: Vitals) -> AsyncIterator[str | None]:
    """Serve while the block runs; the address is handed out, None where nothing is to be served.

    Raises AddressInUseError where the port cannot be had.
    """
    if not settings.port:
        yield None
        return
    runner = web.AppRunner(application(settings, asking, vitals), access_log=None)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, settings.host, settings.port).start()
        except OSError as error:
            raise AddressInUseError(
                f"{settings.host}:{settings.port}: cannot be served on ({error.strerror}); "
                "set another web.port in monitor.toml, or 0 to serve nothing"
            ) from error
        yield f"http://{settings.host}:{settings.port}/"
    finally:
        await runner.cleanup()


@web.middleware
async def _told(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Errors in the form of what was asked for, each with what to do; what is our fault is logged with its address."""
    try:
        return await handler(request)
    except NotFoundError as error:
        return _error(request, str(error), 404)
    except web.HTTPNotFound:
        return _error(request, f"there is no page {request.path}", 404)
    except web.HTTPMethodNotAllowed as error:
        answer = _error(request, f"{request.method} is not answered here: ask with GET", 405)
        answer.headers["Allow"] = error.headers["Allow"]
        return answer
    except ValueError as error:
        return _error(request, str(error), 400)
    except StoreError as error:
        log.error("page failed", path=request.path, what=str(error))
        return _error(request, "the database cannot be read now", 503)


def _error(request: web.Request, told: str, status: int) -> web.Response:
    if request.path.startswith("/api/"):
        return web.json_response({"error": told}, status=status)
    return pages.page("error.html", status, told=told)
