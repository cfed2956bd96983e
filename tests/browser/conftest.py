"""The page in a real browser: Debian's Chromium, driven by Playwright, with the server as users start it."""

import base64
import json
import shutil
import subprocess
import sys

import pytest

from page.catalogue import model_version
from tests.page import front_words

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
    "weeks": 104,
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
def address():
    """Where the page is served while the tests run."""
    command = [sys.executable, "-m", "experiments.cli", "serve", "--no-browser", "--port", "0"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    found = [word for word in server.stdout.readline().split() if word.startswith("http://")]
    assert found, "the server did not start: bodem serve"
    yield found[0]
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="session")
def chromium():
    """A browser; where there is none, the tests say so and are skipped."""
    if CHROMIUM is None:
        pytest.skip("no chromium here: install Debian's package 'chromium' (as root, 'make setup' does)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
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
def visit(chromium, address):
    """A fresh tab of 1280 by 720 on the page."""
    context = chromium.new_context(viewport={"width": 1280, "height": 720}, accept_downloads=True)
    yield Watched(context.new_page(), address)
    context.close()


@pytest.fixture(scope="session")
def words():
    """All texts of the page by language and key, read from the source."""
    return front_words.words()
