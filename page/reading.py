"""Reading a request: bounded in size, plain JSON, known fields only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from starlette.requests import Request

from page.errors import Bad

MOST_BYTES: Final = 64 * 1024


async def read(request: Request, fields: tuple[str, ...]) -> dict[str, Any]:
    """The JSON object of a request; raises Bad with a sentence when it is not one."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Bad(415, "Send JSON, with content type application/json.")
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > MOST_BYTES:
            raise Bad(413, f"The request is larger than {MOST_BYTES // 1024} kB.")
    try:
        node = json.loads(bytes(body), parse_constant=_no_number)
    except (ValueError, RecursionError) as problem:
        raise Bad(400, "The request is not valid JSON.") from problem
    if not isinstance(node, dict):
        raise Bad(400, "The request must be a JSON object.")
    for key in node:
        if key not in fields:
            raise Bad(400, f"A request here has the fields {', '.join(fields)}, not '{key[:60]}'.")
    return node


def whole(node: dict[str, Any], name: str, default: int, low: int, high: int) -> int:
    """The whole number ``name``; raises Bad when it is none or out of bounds."""
    value = node.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise Bad(400, f"'{name}' must be a whole number from {low} to {high}.")
    return value


def _no_number(word: str) -> NoReturn:
    raise ValueError(word)


def text(node: Mapping[str, Any], name: str, most: int) -> str:
    """The text ``name`` in one line or more, without control characters; raises Bad when it is too long."""
    value = node.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise Bad(400, f"'{name}' must be a text of at most {most} characters.")
    return "".join(sign for sign in value if sign.isprintable() or sign == "\n").strip()
