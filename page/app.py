"""The server of the page: built files from memory, and a handful of questions to the model as JSON."""

from __future__ import annotations

import gzip
import json
import logging
import threading
from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from experiments.errors import is_refusal, one_line
from page.catalogue import catalogue
from page.errors import Bad
from page.guard import Guard
from page.reading import read, whole
from page.scenario import scenario
from page.story import story
from page.why import Reasons
from page.worlds import MOST_ASSUMPTIONS, MOST_INNER, MOST_WORLDS, Worlds

MOST_WAITING: Final = 24
MOST_KNOCKED: Final = 50
TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_log = logging.getLogger("page")
Answer = Callable[[dict[str, Any]], Any]


class Desk:
    """Answers questions in threads, so many at a time and no more."""

    def __init__(self, worlds: Worlds) -> None:
        self._worlds, self._waiting = worlds, threading.Semaphore(MOST_WAITING)
        self._reasons = Reasons(worlds.running, worlds.threads)

    async def serve(self, request: Request, fields: tuple[str, ...], answer: Answer) -> Response:
        """Read a request, answer it in a thread, and send the answer as JSON."""
        node = await read(request, fields)
        if not self._waiting.acquire(blocking=False):
            raise Bad(503, "Too many questions at once: try again in a moment.")
        try:
            body = await anyio.to_thread.run_sync(lambda: _json(answer(node)))
        finally:
            self._waiting.release()
        return _packed(request, body)

    async def worlds(self, request: Request) -> Response:
        """Compare A and B, and both with the base case, in so many paired worlds."""

        def answer(node: dict[str, Any]) -> Any:
            count = whole(node, "worlds", 10, 1, MOST_WORLDS)
            return self._worlds.compared(scenario(node.get("scenario")), count)

        return await self.serve(request, ("scenario", "worlds"), answer)

    async def assumptions(self, request: Request) -> Response:
        """A part of the parameter worlds: from ``first`` up to ``last`` of ``count``."""

        def answer(node: dict[str, Any]) -> Any:
            count = whole(node, "count", 32, 1, MOST_ASSUMPTIONS)
            inner = whole(node, "inner", 10, 2, MOST_INNER)
            last = whole(node, "last", count, 1, count)
            first = whole(node, "first", 0, 0, last - 1)
            return self._worlds.assumed(scenario(node.get("scenario")), count, inner, first, last)

        return await self.serve(request, ("scenario", "count", "inner", "first", "last"), answer)

    async def why(self, request: Request) -> Response:
        """What of the difference goes with each of the first ``until`` rules."""

        def answer(node: dict[str, Any]) -> Any:
            worlds = whole(node, "worlds", 20, 2, MOST_KNOCKED)
            until = whole(node, "until", 4, 1, 1000)
            measure = node.get("measure")
            if not isinstance(measure, str):
                raise Bad(400, "'measure' must name a measure.")
            return self._reasons.sought(scenario(node.get("scenario")), measure, worlds, until)

        return await self.serve(request, ("scenario", "measure", "worlds", "until"), answer)

    async def story(self, request: Request) -> Response:
        """One world of both sides with its network and its events."""

        def answer(node: dict[str, Any]) -> Any:
            world = whole(node, "world", 0, 0, MOST_WORLDS - 1)
            pair = None if node.get("pair") is None else whole(node, "pair", 0, 0, 10**6)
            return story(scenario(node.get("scenario")), world, pair)

        return await self.serve(request, ("scenario", "world", "pair"), answer)


def application(
    worlds: Worlds | None = None, hosts: tuple[str, ...] = (), code: str | None = None
) -> Starlette:
    """The page as an ASGI application; ``hosts`` empty accepts every host name."""
    desk = Desk(worlds or Worlds())
    known = _json(catalogue())
    shipped = dict(_files(files("page") / "static"))

    async def tell_catalogue(request: Request) -> Response:
        return _packed(request, known)

    async def hand_out(request: Request) -> Response:
        path = request.url.path.lstrip("/") or "index.html"
        if path not in shipped:
            raise Bad(404, "There is nothing at this address.")
        kind = TYPES.get("." + path.rpartition(".")[2], "application/octet-stream")
        return _packed(request, shipped[path], kind)

    return Starlette(
        routes=[
            Route("/api/catalogue", tell_catalogue),
            Route("/api/worlds", desk.worlds, methods=["POST"]),
            Route("/api/assumptions", desk.assumptions, methods=["POST"]),
            Route("/api/why", desk.why, methods=["POST"]),
            Route("/api/story", desk.story, methods=["POST"]),
            Route("/{path:path}", hand_out),
        ],
        middleware=[Middleware(Guard, hosts=hosts, code=code)],
        exception_handlers={Bad: _refuse, HTTPException: _refuse_http, Exception: _fail},
    )


def _files(folder: Traversable, before: str = "") -> Any:
    """Every file under ``folder`` with its path: read once, so that no address can reach another file."""
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.is_dir():
            yield from _files(file, f"{before}{file.name}/")
        else:
            yield before + file.name, file.read_bytes()


def _json(thing: Any) -> bytes:
    return json.dumps(thing, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(request: Request, body: bytes, kind: str = "application/json") -> Response:
    headers = {"Cache-Control": "no-store"}
    if len(body) > 2000 and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, 1)
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(body, media_type=kind, headers=headers)


async def _refuse(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, Bad)
    return JSONResponse({"error": problem.sentence}, problem.status)


async def _refuse_http(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    sentence = "This address takes no such request." if problem.status_code == 405 else "Not found."
    return JSONResponse({"error": sentence}, problem.status_code)


async def _fail(request: Request, problem: Exception) -> Response:
    if is_refusal(problem):
        return JSONResponse({"error": one_line(problem)}, 400)
    _log.error("Something unforeseen went wrong (%s)", type(problem).__name__)
    return JSONResponse({"error": "Something unforeseen went wrong on the server."}, 500)
