"""``bodem serve``: start the page and open it in the browser."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import threading
import webbrowser
from typing import Any

from experiments.errors import Refused
from experiments.progress import say

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8


def command(options: Any) -> int:
    """Do what ``bodem serve`` was asked; return the exit code when it is stopped."""
    try:
        import uvicorn

        from page.app import application
    except ModuleNotFoundError as problem:
        raise Refused(
            f"The page needs '{problem.name}': install it with pip install 'vruchtbare-bodem[page]'."
        ) from problem
    from page.guard import LOOPBACK
    from page.worlds import Worlds
    from sim.ensemble import warm_up

    alone = is_loopback(options.host)
    code = None if alone else "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    listening = _listen(options.host, options.port)
    port = listening.getsockname()[1]
    warm_up(say)
    app = application(Worlds(options.threads), (*LOOPBACK, options.host.lower()) if alone else (), code)
    shown = f"[{options.host}]" if ":" in options.host else options.host
    address = f"http://{shown}:{port}/" + (f"?code={code}" if code else "")
    print(f"The page is at {address}  (Ctrl+C stops)", flush=True)
    if code:
        print(f"Everyone on this network who has the code {code} can use it.", flush=True)
    threading.Thread(target=_get_ready, daemon=True).start()
    if not options.no_browser:
        _open_later(address + (f"#lang={options.lang}" if options.lang else ""))
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, limit_concurrency=128, timeout_keep_alive=15
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _get_ready() -> None:
    """Compose every strategy once, so that the first question need not wait for Hydra."""
    from experiments.presets import FilePresets
    from page.scenario import scenario

    for strategy in ("none", "programmatic", "explorative", *FilePresets().names("strategy")):
        one = scenario({"a": {"strategy": strategy}})
        one.composed(one.a)


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach ``host``."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as problem:
        listening.close()
        reason = problem.strerror or "it is no address of this computer"
        raise Refused(f"Cannot serve at '{host}' port {port}: {reason}; try another --port.") from problem
    listening.listen(128)
    return listening


def _open_later(address: str) -> None:
    """Open the browser once the server answers; a machine without one only keeps the address."""
    timer = threading.Timer(0.8, lambda: webbrowser.open(address))
    timer.daemon = True
    timer.start()
