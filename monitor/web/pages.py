"""The pages: the digest, stories, alerts and their reasons, feeds; and all alerts as an Atom feed."""

from __future__ import annotations

from functools import cache

from aiohttp import web
from jinja2 import ChoiceLoader, Environment, PackageLoader

from monitor.alerts import atom, html_templates
from monitor.web.asking import Asking

HOME = "/"
SINCE = "24h"
"""What the digest on the first page goes back to."""


def routes(asking: Asking) -> list[web.RouteDef]:
    """The addresses of the pages."""

    async def digest(request: web.Request) -> web.Response:
        return page("digest.html", digest=await asking.digest(request.query.get("since", SINCE)))

    async def stories(request: web.Request) -> web.Response:
        return page("stories.html", stories=await asking.stories(request.query.get("limit")))

    async def story(request: web.Request) -> web.Response:
        shown = await asking.story(request.match_info["id"])
        return page("one-story.html", story=shown, policy=asking.policy)

    async def alerts(_request: web.Request) -> web.Response:
        return page("alerts.html", alerts=await asking.alerts())

    async def why(request: web.Request) -> web.Response:
        return page("why.html", why=await asking.why(request.match_info["id"]))

    async def why_not(request: web.Request) -> web.Response:
        return page("why-not.html", why=await asking.why_not(request.match_info["id"]))

    async def feeds(_request: web.Request) -> web.Response:
        return page("feeds.html", feeds=await asking.feeds())

    async def syndicated(request: web.Request) -> web.Response:
        made = atom(await asking.alerts(), title="What is known, and what changed", address=str(request.url))
        return web.Response(body=made, content_type="application/atom+xml", charset="utf-8")

    return [
        web.get("/", digest),
        web.get("/stories", stories),
        web.get("/stories/{id}", story),
        web.get("/alerts", alerts),
        web.get("/alerts.atom", syndicated),
        web.get("/alerts/{id}", why),
        web.get("/articles/{id:.+}", why_not),
        web.get("/feeds", feeds),
    ]


def page(template: str, status: int = 200, **shown: object) -> web.Response:
    """A page from one of the templates, in which all that is shown is harmless."""
    text = _templates().get_template(template).render(**shown)
    return web.Response(text=text, content_type="text/html", status=status)


@cache
def _templates() -> Environment:
    """The templates of the mails, with links, and those of the pages that have no mail."""
    ours = html_templates(HOME)
    assert ours.loader is not None
    return ours.overlay(loader=ChoiceLoader([PackageLoader("monitor.web"), ours.loader]))
