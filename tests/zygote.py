"""A warm parent that forks a child for every command, so that a test need not wait for Python to start.

A child has its own memory, directory, environment, words, signals and exit code, and ends as a process ends.
All that is missing is the start itself, importing and the loading of compiled code: tests of that use a true
process. Run as a module with the path of a socket; it ends when its input does.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import socket
import sys
import tempfile
import time
import warnings

WARM = ("run", "weeks=2", "district.parents=20", "--trace", "all")


def warm_up():
    """Import what commands import as they go along, and load the compiled code."""
    import analysis
    import experiments
    import page
    from experiments import cli
    from sim.ensemble import run_ensemble, warm_up
    from sim.presets import provider
    from sim.settings import Settings

    warm_up(lambda sentence: None)
    for package in (experiments, analysis, page):
        for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            with contextlib.suppress(ImportError):  # what is not installed here
                importlib.import_module(one.name)
    presets = provider()
    run_ensemble(Settings(presets.district("nieuw_west"), presets.strategy("none"), weeks=1), [0])
    with (
        tempfile.TemporaryDirectory() as place,
        open(os.devnull, "w") as nothing,
        contextlib.redirect_stdout(nothing),
    ):
        cli.main([*WARM, "--out", f"{place}/kept"])


def serve(path):
    """Take commands from the socket at ``path`` until the input ends; returns, in a child alone, its code."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(path)
    listening.listen(64)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    # No thread of ours runs in this process; those of numpy and pyarrow know what a fork is.
    warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
    callers = {}
    gc.collect()
    gc.freeze()  # else every child would copy what its collector looks at
    print("ready", flush=True)
    while True:
        ready, _, _ = select.select([listening, woken, sys.stdin], [], [])
        if woken in ready:
            os.read(woken, 4096)
            reap(callers)
        if listening in ready:
            caller, _ = listening.accept()
            asked, files = received(caller)
            pid = os.fork()
            if pid == 0:
                for one in (listening, caller, *callers.values()):
                    one.close()
                os.close(woken)
                return child(asked, files, wake)
            for one in files:
                os.close(one)
            caller.sendall(f"{pid}\n".encode())
            callers[pid] = caller
        elif sys.stdin in ready:
            os._exit(0)


def received(caller):
    """What is asked: words, directory and environment, with the three open files."""
    text, files, _, _ = socket.recv_fds(caller, 65536, 3)
    while not text.endswith(b"\n"):
        text += caller.recv(65536)
    return json.loads(text), files


def reap(callers):
    """Tell who asked how a child ended."""
    for pid in list(callers):
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            with callers.pop(pid) as caller, contextlib.suppress(OSError):
                caller.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def child(asked, files, wake):
    """Become the command: everything that a new process would have of its own."""
    signal.set_wakeup_fd(-1)
    os.close(wake)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number, one in enumerate(files):
        os.dup2(one, number)
        os.close(one)
    os.environ.clear()
    os.environ.update(asked["env"])
    time.tzset()
    os.chdir(asked["cwd"])
    sys.path[0] = asked["cwd"]
    cli = importlib.import_module("experiments.cli")
    sys.argv = [cli.__file__, *asked["words"]]
    sys.modules["__main__"] = cli  # spawned workers import what their parent was started as
    return cli.main()


if __name__ == "__main__":
    warm_up()
    sys.exit(serve(sys.argv[1]))
