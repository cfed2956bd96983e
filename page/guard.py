"""What stands before every request: known hosts, the code of a group, safe headers."""

from __future__ import annotations

import hmac
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from page.visitor import ALONE, TOKEN, Visitor, new_token

LOOPBACK: Final = ("localhost", "127.0.0.1", "[::1]")
COOKIE: Final = "bodem_code"
WHO: Final = "bodem_who"
HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Refuses hosts that the server was not started for, and visitors without the code when there is one.

    ``code`` lets one of the group in, ``lead`` the one who leads; without a code everyone leads.
    """

    def __init__(
        self, app: ASGIApp, hosts: tuple[str, ...], code: str | None, lead: str | None = None
    ) -> None:
        self._app, self._hosts, self._code, self._lead = app, hosts, code, lead

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if self._code is not None:
                    # Browsers heed it on trusted origins only, and complain elsewhere.
                    del headers["Cross-Origin-Opener-Policy"]
            await send(message)

        await (self._refusal(scope) or self._app)(scope, receive, send_safely)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        if self._hosts and _host(headers.get("host", "")) not in self._hosts:
            return _told(421, "This address is not the one the page was started for.")
        if self._code is None:
            scope["bodem.visitor"] = ALONE
            return None
        cookies = _cookies(headers.get("cookie", ""))
        given = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("code", [""])[0]
        if given and (self._same(given, self._code) or self._same(given, self._lead)):
            return _welcome(given, cookies)
        held, who = cookies.get(COOKIE, ""), cookies.get(WHO, "")
        leads = self._same(held, self._lead)
        if (leads or self._same(held, self._code)) and TOKEN.fullmatch(who):
            scope["bodem.visitor"] = Visitor(who, leads)
            return None
        return _told(403, "This page needs the code that the facilitator shows: open /?code=CODE.")

    def _same(self, given: str, known: str | None) -> bool:
        return known is not None and hmac.compare_digest(given.encode(), known.encode())


def _welcome(given: str, cookies: dict[str, str]) -> RedirectResponse:
    """Remember the code, and who this is: a known token stays, so that a reload is no new person."""
    who = cookies.get(WHO, "")
    answer = RedirectResponse("/", 303)
    for name, value in ((COOKIE, given), (WHO, who if TOKEN.fullmatch(who) else new_token())):
        answer.set_cookie(name, value, httponly=True, samesite="strict")
    return answer


def _cookies(text: str) -> dict[str, str]:
    pairs = (one.strip().partition("=") for one in text.split(";"))
    return {name: value for name, _, value in pairs}


def _host(value: str) -> str:
    if value.startswith("["):
        return value.partition("]")[0].lower() + "]"
    return value.partition(":")[0].lower()


def _told(status: int, sentence: str) -> JSONResponse:
    return JSONResponse({"error": sentence}, status)
