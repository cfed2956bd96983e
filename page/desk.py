"""What the page may ask: each question read, bounded, answered in a thread, and sent as JSON."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response

from page.cases import Cases
from page.errors import Bad
from page.reading import read, whole
from page.room import NOTES, Room
from page.scenario import scenario
from page.story import story
from page.sweeps import Sweeps
from page.visitor import visitor_of
from page.why import Reasons
from page.worlds import MOST_ASSUMPTIONS, MOST_INNER, MOST_WORLDS, Worlds

MOST_WAITING: Final = 24
MOST_KNOCKED: Final = 50
Answer = Callable[[dict[str, Any]], Any]


@dataclass
class Session:
    """What one server holds: its worlds, the room of a group with its code, the sweeps it may show."""

    worlds: Worlds = field(default_factory=Worlds)
    room: Room = field(default_factory=Room)
    code: str | None = None
    lead: str | None = None
    address: str = ""
    sweeps: Sweeps = field(default_factory=Sweeps)


class Desk:
    """Answers questions in threads, so many at a time and no more."""

    def __init__(self, session: Session) -> None:
        self._session, self._worlds, self._room = session, session.worlds, session.room
        self._waiting = threading.Semaphore(MOST_WAITING)
        self._reasons = Reasons(session.worlds.turns, session.worlds.threads)
        self._cases = Cases(session.worlds.turns, session.worlds.threads)

    async def serve(
        self, request: Request, fields: tuple[str, ...], answer: Answer, results: bool = True
    ) -> Response:
        """Read a request, answer it in a thread, and send the answer as JSON.

        ``results``: the answer tells what came out, which an open round hides from the group.
        """
        node = await read(request, fields)
        if results and self._room.closed_to(visitor_of(request.scope)):
            # No refusal: a page may ask in the moment between the opening and its knowing of it.
            return packed(request, b'{"waiting":true}')
        if not self._waiting.acquire(blocking=False):
            raise Bad(503, "Too many questions at once: try again in a moment.")
        try:
            body = await anyio.to_thread.run_sync(lambda: as_json(answer(node)))
        finally:
            self._waiting.release()
        return packed(request, body)

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

    async def case(self, request: Request) -> Response:
        """A case of the report and its counterfactuals, in so many worlds."""

        def answer(node: dict[str, Any]) -> Any:
            return self._cases.found(node.get("case"), whole(node, "worlds", 10, 1, MOST_WORLDS))

        return await self.serve(request, ("case", "worlds"), answer)

    async def case_story(self, request: Request) -> Response:
        """One world of a case beside the same world of one of its counterfactuals."""

        def answer(node: dict[str, Any]) -> Any:
            world = whole(node, "world", 0, 0, MOST_WORLDS - 1)
            pair = None if node.get("pair") is None else whole(node, "pair", 0, 0, 10**6)
            return self._cases.story(node.get("case"), node.get("what_if"), world, pair)

        return await self.serve(request, ("case", "what_if", "world", "pair"), answer)

    async def sweep(self, request: Request) -> Response:
        """A part of a sweep in the allowed directory, or the list of sweeps there."""
        fields = ("sweep", "part", "measure", "filters", "sort", "down", "from", "above", "below")
        return await self.serve(request, fields, self._session.sweeps.asked)

    async def room(self, request: Request) -> Response:
        """What this visitor may see of the room; with ``since`` nothing when nothing is new."""
        told = self._seen(request)
        if request.query_params.get("since") == str(told["version"]):
            return packed(request, b"{}")
        return packed(request, as_json(told))

    async def begin(self, request: Request) -> Response:
        """Put a question to the group."""
        return await self._in_room(request, ("scenario", "measure"), self._room.begin)

    async def entry(self, request: Request) -> Response:
        """Hand in a prediction and a side B."""
        return await self._in_room(request, ("name", "direction", "worlds", "side"), self._room.hand_in)

    async def show(self, request: Request) -> Response:
        """Close the round."""
        return await self._in_room(request, (), lambda visitor, _: self._room.show(visitor))

    async def notes(self, request: Request) -> Response:
        """Record question, decision and reasons."""
        return await self._in_room(request, NOTES, self._room.note)

    async def _in_room(self, request: Request, fields: tuple[str, ...], act: Any) -> Response:
        def answer(node: dict[str, Any]) -> Any:
            act(visitor_of(request.scope), node)
            return self._seen(request)

        return await self.serve(request, fields, answer, results=False)

    def _seen(self, request: Request) -> dict[str, Any]:
        return self._room.seen_by(visitor_of(request.scope), self._session.code, self._session.address)


def as_json(thing: Any) -> bytes:
    """``thing`` as the bytes of JSON."""
    return json.dumps(thing, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()


def packed(request: Request, body: bytes, kind: str = "application/json") -> Response:
    """An answer, pressed together when the browser can take it so."""
    headers = {"Cache-Control": "no-store"}
    if len(body) > 2000 and "gzip" in request.headers.get("accept-encoding", ""):
        body = gzip.compress(body, 1)
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
    return Response(body, media_type=kind, headers=headers)
