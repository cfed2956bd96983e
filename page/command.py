"""``bodem serve``: start the page and open it in the browser."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
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
    from page.desk import Session
    from page.guard import LOOPBACK
    from page.room import Room
    from page.sweeps import Sweeps
    from page.worlds import Worlds
    from sim.ensemble import warm_up

    host = _host(options)
    alone = is_loopback(host)
    code, lead = (None, None) if alone else (_code(), _code())
    room = Room(_keeper(options.record))
    if options.sweeps is not None and not options.sweeps.is_dir():
        raise Refused(f"There is no directory '{options.sweeps}'.")
    listening = _listen(host, options.port)
    port = listening.getsockname()[1]
    warm_up(say)
    # Every address of this computer at once is no address to open.
    shown = (local_address() or "127.0.0.1") if host in ("0.0.0.0", "::") else host
    address = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
    worlds, sweeps = Worlds(options.threads), Sweeps(options.sweeps)
    session = Session(worlds, room, code, lead, address, sweeps)
    app = application(session, (*LOOPBACK, host.lower()) if alone else ())
    mine = address + (f"?code={lead}" if lead else "")
    print(f"The page is at {mine}  (Ctrl+C stops)", flush=True)
    if code:
        print(f"That address leads the session: keep it. The group opens {address}?code={code}", flush=True)
    threading.Thread(target=_get_ready, daemon=True).start()
    if not options.no_browser:
        _open_later(mine + (f"#lang={options.lang}" if options.lang else ""))
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, limit_concurrency=256, timeout_keep_alive=15
    )
    uvicorn.Server(config).run(sockets=[listening])
    return 0


def _code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def _host(options: Any) -> str:
    """Where to serve: on this computer alone, unless told otherwise."""
    if not options.group:
        return options.host or "127.0.0.1"
    if options.host is not None:
        raise Refused("'--group' finds the address itself: leave out '--host'.")
    found = local_address()
    if found is None:
        raise Refused(
            "This computer has no address on a local network: connect to one, or give it with --host."
        )
    return found


def local_address() -> str | None:
    """This computer's address on its network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # An address set apart for documentation: it only picks the way out.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        found: str = probe.getsockname()[0]
    return None if is_loopback(found) or found == "0.0.0.0" else found


def _keeper(file: Path | None) -> Callable[[dict[str, Any]], None] | None:
    """What writes the record of a group; a file that is there already is not touched."""
    if file is None:
        return None
    from experiments.errors import plainly
    from experiments.sweepdir import write_json

    if file.exists():
        raise Refused(f"The file '{file}' is there already: choose another name with --record.")
    try:
        write_json(file, {"rounds": []})
    except OSError as problem:
        raise Refused(f"Cannot write '{file}': {plainly(problem)}.") from problem
    return lambda told: write_json(file, told)


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
