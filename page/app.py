"""The server of the page: built files from memory, and a handful of questions to the model."""

from __future__ import annotations

import logging
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from experiments.errors import is_refusal, one_line
from page.catalogue import catalogue
from page.desk import Desk, Session, as_json, packed
from page.errors import Bad
from page.guard import Guard

TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json",
}
_log = logging.getLogger("page")


def application(session: Session | None = None, hosts: tuple[str, ...] = ()) -> Starlette:
    """The page as an ASGI application; ``hosts`` empty accepts every host name."""
    held = session or Session()
    desk = Desk(held)
    known = as_json({**catalogue(), "sweeps": held.sweeps.there})
    shipped = dict(_files(files("page") / "static"))

    async def tell_catalogue(request: Request) -> Response:
        return packed(request, known)

    async def hand_out(request: Request) -> Response:
        path = request.url.path.lstrip("/") or "index.html"
        if path not in shipped:
            raise Bad(404, "There is nothing at this address.")
        kind = TYPES.get("." + path.rpartition(".")[2], "application/octet-stream")
        return packed(request, shipped[path], kind)

    asked = {
        "worlds": desk.worlds,
        "assumptions": desk.assumptions,
        "why": desk.why,
        "story": desk.story,
        "case": desk.case,
        "case_story": desk.case_story,
        "sweep": desk.sweep,
        "group/begin": desk.begin,
        "group/entry": desk.entry,
        "group/show": desk.show,
        "group/notes": desk.notes,
    }
    return Starlette(
        routes=[
            Route("/api/catalogue", tell_catalogue),
            Route("/api/group", desk.room),
            *(Route(f"/api/{name}", answer, methods=["POST"]) for name, answer in asked.items()),
            Route("/{path:path}", hand_out),
        ],
        middleware=[Middleware(Guard, hosts=hosts, code=held.code, lead=held.lead)],
        exception_handlers={Bad: _refuse, HTTPException: _refuse_http, Exception: _fail},
    )


def _files(folder: Traversable, before: str = "") -> Any:
    """Every file under ``folder`` with its path: read once, so that no address can reach another file."""
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.is_dir():
            yield from _files(file, f"{before}{file.name}/")
        else:
            yield before + file.name, file.read_bytes()


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
