"""The API: what the pages show, as JSON. Each answer is what the command of that name prints as `--format json`."""

from __future__ import annotations

from aiohttp import web

from monitor.alerts import as_json
from monitor.web.asking import Asking


def routes(asking: Asking) -> list[web.RouteDef]:
    """The addresses of the API."""

    async def digest(request: web.Request) -> web.Response:
        return _json(await asking.digest(request.query.get("since")))

    async def stories(request: web.Request) -> web.Response:
        return _json(await asking.stories(request.query.get("limit")))

    async def story(request: web.Request) -> web.Response:
        return _json(await asking.story(request.match_info["id"]))

    async def alerts(_request: web.Request) -> web.Response:
        return _json(await asking.alerts())

    async def why(request: web.Request) -> web.Response:
        return _json(await asking.why(request.match_info["id"]))

    async def why_not(request: web.Request) -> web.Response:
        return _json(await asking.why_not(request.match_info["id"]))

    async def feeds(_request: web.Request) -> web.Response:
        return _json(await asking.feeds())

    return [
        web.get("/api/digest", digest),
        web.get("/api/stories", stories),
        web.get("/api/stories/{id}", story),
        web.get("/api/alerts", alerts),
        web.get("/api/alerts/{id}", why),
        web.get("/api/articles/{id:.+}", why_not),
        web.get("/api/feeds", feeds),
    ]


def _json(value: object) -> web.Response:
    return web.Response(text=as_json(value) + "\n", content_type="application/json")
