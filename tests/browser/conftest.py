"""The page in a real browser: Debian's Chromium, driven by Playwright, with the server as users start it."""

import base64
import json
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from page.catalogue import model_version
from tests.page import front_words, made_sweep

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
FLAGS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 120_000
SHORT = {
    "district": "nieuw_west",
    "seed": 0,
    "weeks": 52,
    "equal_budget": True,
    "parameters": {},
    "a": {"strategy": "programmatic", "levers": {}},
    "b": {"strategy": "explorative", "levers": {}},
}


def link(scenario=None, model=None):
    """The part of an address that holds a scenario, as the page writes it."""
    told = {"scenario": scenario or SHORT, "model": model or model_version()["model"]}
    return "#s=" + base64.urlsafe_b64encode(json.dumps(told).encode()).decode().rstrip("=")


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """The page as a group gets it, in a namespace without a network where that is permitted.

    The leader's address, that of the group, and the process that everything runs beside (0: no namespace).
    """
    sweeps = made_sweep.made(tmp_path_factory.mktemp("browser"))
    command = [sys.executable, "-m", "experiments.cli", "serve", "--no-browser", "--port", "0"]
    command += ["--host", "0.0.0.0", "--sweeps", str(sweeps)]
    apart = namespaces_permitted()
    if apart:
        command = ["unshare", "-rn", "sh", "-c", 'ip link set lo up && exec "$@"', "sh", *command]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    lines = [server.stdout.readline() for _ in range(2)]
    found = [word for line in lines for word in line.split() if word.startswith("http://")]
    assert len(found) == 2, "the server did not start: bodem serve"
    yield (*found, server.pid if apart else 0)
    server.terminate()
    server.wait(20)


def namespaces_permitted():
    """Whether a namespace without a network can be made and entered here."""
    if not all(shutil.which(name) for name in ("unshare", "nsenter", "ip")):
        return False
    probe = ["unshare", "-rn", "sh", "-c", "ip link set lo up"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="session")
def address(served):
    """Where the page is served while the tests run, without the code."""
    return served[0].partition("?")[0]


@pytest.fixture(scope="session")
def chromium(served, tmp_path_factory):
    """A browser beside the server; where there is none, the tests say so and are skipped."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: install Debian's package 'chromium' (as root, 'make setup' does)")
    from playwright.sync_api import sync_playwright

    start = CHROMIUM
    if served[2]:
        start = str(tmp_path_factory.mktemp("start") / "chromium")
        inside = f"nsenter -t {served[2]} -U -n --preserve-credentials"
        Path(start).write_text(f'#!/bin/sh\nexec {inside} {CHROMIUM} "$@"\n', encoding="utf-8")
        Path(start).chmod(0o755)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=start, args=list(FLAGS))
        yield browser
        browser.close()


class Watched:
    """A tab that remembers what went wrong in it, and where it asked for anything."""

    def __init__(self, tab, address):
        self.tab, self.address = tab, address
        self.wrong, self.asked = [], []
        tab.set_default_timeout(PATIENCE)
        tab.on("console", lambda said: said.type in ("error", "warning") and self.wrong.append(said.text))
        tab.on("pageerror", lambda problem: self.wrong.append(str(problem)))
        tab.on("request", lambda request: self.asked.append(request.url))

    def open(self, rest=None, lang="nl"):
        """Open the page (with two short worlds when nothing else is asked) and wait for the answer."""
        self.tab.goto("about:blank")
        self.tab.goto(self.address + (f"{link()}&lang={lang}" if rest is None else rest))
        self.tab.wait_for_selector(".sentence + .second")
        return self

    def settled(self):
        """Wait until all hundred worlds were run."""
        self.tab.wait_for_selector('.answer[data-settled="true"]')
        return self

    def view(self, name):
        """Go to another part of the page."""
        self.tab.locator("header nav").get_by_role("button", name=name, exact=True).click()
        return self

    @property
    def sentence(self):
        """The answer as it stands."""
        return self.tab.locator(".sentence").inner_text()


@pytest.fixture
def enter(chromium, served, address):
    """Makes visitors, each with cookies of their own: the leader, or one of the group without any yet."""
    contexts = []

    def visitor(leads=True, size=(1280, 720)):
        viewport = {"width": size[0], "height": size[1]}
        context = chromium.new_context(viewport=viewport, accept_downloads=True)
        contexts.append(context)
        if leads:
            code, who = served[0].partition("code=")[2], secrets.token_urlsafe(12)
            given = {"bodem_code": code, "bodem_who": who}
            context.add_cookies([{"name": one, "value": told, "url": address} for one, told in given.items()])
        return Watched(context.new_page(), address)

    yield visitor
    for context in contexts:
        context.close()


@pytest.fixture
def visit(enter):
    """A fresh tab of 1280 by 720 on the page."""
    return enter()


@pytest.fixture(scope="session")
def words():
    """All texts of the page by language and key, read from the source."""
    return front_words.words()
