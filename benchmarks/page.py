"""How quick the page is: ``python -m benchmarks.page``, with the server and Chromium on this machine.

Beside each time as a visitor feels it stands the processor time of the server, which a busy machine hardly
changes, and at the end the load of the machine while it was measured.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

TIMES: Final = 6
SESSIONS: Final = 10
FLAGS: Final = ("--no-sandbox", "--headless", "--disable-gpu", "--no-first-run", "--disable-sync")
# Moves one control and waits for the first picture that answers it, and for all hundred worlds.
MOVED: Final = """
async ([selector, value]) => {
  const control = document.querySelector(selector);
  const start = performance.now();
  if (value === null) control.click();
  else { control.value = value; control.dispatchEvent(new Event("input", { bubbles: true })); }
  await new Promise(requestAnimationFrame);
  const until = (name) => new Promise((done) => {
    const look = () => document.querySelector(`.answer[${name}="true"]`)
      ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look);
    look();
  });
  const first = await until("data-fresh");
  return [first, await until("data-settled")];
}
"""
# Counts how often the drawing was really made anew while the film plays.
FRAMES: Final = """
async (seconds) => {
  const canvas = document.querySelector("canvas").getContext("2d");
  let drawn = 0;
  const clear = canvas.clearRect.bind(canvas);
  canvas.clearRect = (...rest) => { drawn++; clear(...rest); };
  document.querySelector('footer button[aria-label]').click();
  document.querySelector("footer .play").click();
  let shown = 0, going = true;
  const count = () => { shown++; if (going) requestAnimationFrame(count); };
  requestAnimationFrame(count);
  await new Promise((done) => setTimeout(done, 1000 * seconds));
  going = false;
  document.querySelector("footer .play").click();
  return [shown / seconds, drawn / seconds];
}
"""


def main() -> int:
    """Measure and print."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("This needs Debian's package 'chromium'.", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    with served() as (address, server), sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(FLAGS))
        tab = browser.new_page(viewport={"width": 1280, "height": 720})
        tab.set_default_timeout(300_000)
        tab.goto(address)
        settled(tab)
        lever = "aside ul input[type=checkbox].b"
        told("a lever of B moved, B anew", [timed(tab, server, lever, None) for _ in range(TIMES)])
        tab.locator("aside .tabs button").nth(1).click()
        tab.locator("aside .group").first.click()
        slider = "aside .one input[type=range]"
        low, high = (float(tab.locator(slider).first.get_attribute(end) or 0) for end in ("min", "max"))
        steps = [low + (high - low) * (number + 1) / (TIMES + 1) for number in range(TIMES)]
        moved = [timed(tab, server, slider, str(step)) for step in steps]
        told("an assumption moved, A, B and base anew", moved)
        tab.locator("header nav button").nth(1).click()
        tab.wait_for_selector("canvas")
        tab.wait_for_timeout(1500)
        shown, drawn = tab.evaluate(FRAMES, 4)
        print(f"film of two networks: {shown:.0f} frames a second shown, {drawn:.0f} drawings of each")
        browser.close()
        asked(address, server)
        crowd(address, server)
    print(
        f"load of the machine: {', '.join(f'{one:.1f}' for one in os.getloadavg())}; {os.cpu_count()} cores"
    )
    return 0


@contextmanager
def served() -> Iterator[tuple[str, int]]:
    """The page on a port of its own, and the number of its process."""
    command = [sys.executable, "-m", "experiments.cli", "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    address = next(word for word in server.stdout.readline().split() if word.startswith("http://"))
    try:
        yield address, server.pid
    finally:
        server.terminate()
        server.wait(20)


def settled(tab: Any) -> None:
    """Wait for a hundred worlds. Other assumptions go on being tried: the next move meets them in flight."""
    tab.wait_for_selector('.answer[data-settled="true"]')


def timed(tab: Any, server: int, selector: str, value: str | None) -> tuple[float, float, float]:
    """Seconds to the first picture, to a hundred worlds, and processor seconds of the server until then."""
    before = processor(server)
    first, whole = tab.evaluate(MOVED, [selector, value])
    spent = processor(server) - before
    settled(tab)
    return first / 1000, whole / 1000, spent


def told(what: str, times: list[tuple[float, float, float]]) -> None:
    """Print the middle and the worst."""
    first, whole, spent = (sorted(column) for column in zip(*times, strict=True))
    print(
        f"{what}: first picture {statistics.median(first):.2f} s (worst {first[-1]:.2f}), "
        f"100 worlds {statistics.median(whole):.2f} s (worst {whole[-1]:.2f}), "
        f"processor {statistics.median(spent):.2f} s"
    )


def processor(pid: int) -> float:
    """Processor seconds that a process has used."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def asked(address: str, server: int) -> None:
    """The server without a browser: processor seconds of a first picture, and of a hundred worlds."""
    first, whole, fresh = [], [], []
    for number in range(TIMES):
        levers = {"coffee_fund": {"intensity": 0.01 * (number + 1)}}
        sides = {"a": {"strategy": "programmatic"}, "b": {"strategy": "explorative", "levers": levers}}
        for worlds, times in ((10, first), (100, whole)):
            before = processor(server)
            ask(address, {"scenario": sides, "worlds": worlds})
            times.append(processor(server) - before)
        before = processor(server)
        ask(address, {"scenario": {**sides, "seed": 1000 * (number + 1)}, "worlds": 100})
        fresh.append(processor(server) - before)
    both = [one + two for one, two in zip(first, whole, strict=True)]
    print(
        f"processor seconds of the server: first picture (10 worlds of B) {statistics.median(first):.2f}, "
        f"100 worlds of B {statistics.median(both):.2f}, "
        f"100 worlds of A, B and base {statistics.median(fresh):.2f}"
    )


def crowd(address: str, server: int) -> None:
    """Ten visitors who each move a lever of their own three times, asking as the page does."""
    first: list[float] = []
    whole: list[float] = []
    before = processor(server)

    def visitor(number: int) -> None:
        for time_ in range(3):
            levers = {
                "coffee_fund": {"intensity": 0.1 * (number + 1)},
                "broker": {"intensity": 0.5 + time_ / 2},
            }
            sides = {"a": {"strategy": "programmatic"}, "b": {"strategy": "explorative", "levers": levers}}
            start = time.perf_counter()
            for worlds in (10, 20, 50, 100):
                ask(address, {"scenario": sides, "worlds": worlds})
                if worlds == 10:
                    first.append(time.perf_counter() - start)
            whole.append(time.perf_counter() - start)

    threads = [threading.Thread(target=visitor, args=(number,)) for number in range(SESSIONS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    print(
        f"{SESSIONS} visitors at once: first picture {statistics.median(first):.2f} s "
        f"(worst {max(first):.2f}), "
        f"100 worlds {statistics.median(whole):.2f} s (worst {max(whole):.2f}), "
        f"processor {(processor(server) - before) / len(whole):.2f} s each"
    )


def ask(address: str, body: dict[str, Any]) -> None:
    """One question to the server."""
    head = {"content-type": "application/json"}
    request = urllib.request.Request(f"{address}api/worlds", json.dumps(body).encode(), head)
    with urllib.request.urlopen(request, timeout=300) as answer:
        answer.read()


if __name__ == "__main__":
    sys.exit(main())
