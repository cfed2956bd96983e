"""Starting commands: true processes, and children of a warm one (see ``zygote.py``)."""

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def heed_interrupts():
    """In a new process: a test run that was started in the background ignores them and hands that on."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def environment(*more, **changes):
    """The environment of a command that finds this checkout; ``more`` are folders to look in before it."""
    path = os.pathsep.join(map(str, (*more, ROOT)))
    return os.environ | {"PYTHONPATH": path, "COLUMNS": "110"} | changes


@cache
def zygote():
    """The socket of the warm process of this session; it ends with us."""
    place = tempfile.mkdtemp(prefix="zygote-")
    path = f"{place}/socket"
    warm = subprocess.Popen(
        [sys.executable, "-m", "tests.zygote", path],
        cwd=ROOT, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert warm.stdout.readline() == b"ready\n", "the warm process did not start"
    return path, warm


class Command:
    """A running command, as ``subprocess.Popen`` gives it: a child of the warm process."""

    def __init__(self, words, cwd, env=None):
        (out, told), (err, wrong) = os.pipe(), os.pipe()
        with open(os.devnull, "rb") as nothing, contextlib.ExitStack() as ours:
            for one in (told, wrong):
                ours.callback(os.close, one)
            self._line = socket.socket(socket.AF_UNIX)
            self._line.connect(zygote()[0])
            asked = {"words": list(map(str, words)), "cwd": str(cwd), "env": env or environment()}
            text = json.dumps(asked).encode() + b"\n"
            sent = socket.send_fds(self._line, [text], [nothing.fileno(), told, wrong])
            self._line.sendall(text[sent:])
        self.args, self.stdout, self.stderr = words, os.fdopen(out), os.fdopen(err)
        self._heard, self.returncode = self._line.makefile("r"), None
        self.pid = int(self._heard.readline())

    def poll(self):
        """The exit code, None while it runs."""
        return self.returncode if self._has_ended(0.0) else None

    def wait(self, timeout=None):
        """Wait for the exit code."""
        if not self._has_ended(timeout):
            raise subprocess.TimeoutExpired(self.args, timeout)
        return self.returncode

    def _has_ended(self, timeout):
        if self.returncode is None and select.select([self._line], [], [], timeout)[0]:
            self.returncode = int(self._heard.readline())
            self._heard.close()
            self._line.close()
        return self.returncode is not None

    def communicate(self, timeout=None):
        """Wait for the end; what was written, and what was written to the error output."""
        found = {}  # what was read before is read no more

        def read(one):
            found[one] = "" if one.closed else one.read()
            one.close()

        readers = [threading.Thread(target=read, args=(one,)) for one in (self.stdout, self.stderr)]
        for one in readers:
            one.start()
        end = None if timeout is None else time.monotonic() + timeout
        for one in readers:
            one.join(None if end is None else max(0.0, end - time.monotonic()))
        self.wait(None if end is None else max(0.0, end - time.monotonic()))
        return found[self.stdout], found[self.stderr]

    def send_signal(self, number):
        """Send a signal, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self):
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self):
        """Ask it to end."""
        self.send_signal(signal.SIGTERM)


def called(words, cwd, env=None, timeout=600):
    """Run a command as a child of the warm process, and wait for it."""
    running = Command(words, cwd, env)
    try:
        out, err = running.communicate(timeout)
    except subprocess.TimeoutExpired:
        running.kill()
        raise
    return subprocess.CompletedProcess(running.args, running.returncode, out, err)
