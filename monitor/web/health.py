"""`/healthz`, `/readyz`, `/metrics`: what an operator's tools ask."""

from __future__ import annotations

from aiohttp import web

from monitor.web.vitals import Vitals


def routes(vitals: Vitals) -> list[web.RouteDef]:
    """The addresses, answered from the vitals of a service."""

    async def healthz(_request: web.Request) -> web.Response:
        faults = vitals.faults()
        return web.Response(text="\n".join(faults or ["ok"]) + "\n", status=503 if faults else 200)

    async def readyz(_request: web.Request) -> web.Response:
        ready = vitals.is_ready()
        return web.Response(text="ready\n" if ready else "starting\n", status=200 if ready else 503)

    async def metrics(_request: web.Request) -> web.Response:
        return web.Response(body=vitals.metrics(), headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]
