"""What people do on the page, in a real browser: nothing breaks, nothing leaves this computer."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe

from page.catalogue import catalogue
from tests.browser.conftest import link

pytestmark = [pytest.mark.browser, pytest.mark.slow]
VIEWS = ("compare", "network", "why", "believe", "learn", "keep")
LANGUAGES = ("nl", "en")


def test_all_parts_open_without_an_error_or_an_outside_request(visit, words):
    for lang in LANGUAGES:
        visit.open(lang=lang).settled()
        for view in VIEWS:
            visit.view(words[lang][view])
            visit.tab.wait_for_timeout(400)
    assert visit.wrong == []
    assert visit.asked
    assert all(url.startswith((visit.address, "data:")) for url in visit.asked)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_any_part(visit, words, lang):
    visit.open(lang=lang).settled()
    broker = next(one for one in catalogue()["levers"] if one["name"] == "broker")["label"][lang]
    visit.tab.get_by_role("checkbox", name=words[lang]["leverIn"].format(lever=broker, side="B")).check()
    visit.tab.get_by_role("button", name=broker).first.click()
    problems = found(visit, "levers")
    visit.tab.get_by_role("button", name=words[lang]["assumptions"], exact=True).click()
    visit.tab.locator("aside .group").first.click()
    problems += found(visit, "assumptions")
    visit.tab.locator("figure .twin").first.click()
    problems += found(visit, "table")
    for view in VIEWS[1:]:
        visit.view(words[lang][view])
        if view == "network":
            visit.tab.wait_for_selector("canvas")
            for number in (0, 1):
                visit.tab.locator("main .top select").nth(number).select_option(index=1)
        visit.tab.wait_for_timeout(600)
        problems += found(visit, view)
    visit.view(words[lang]["compare"])
    visit.tab.get_by_role("button", name=words[lang]["predict"]).click()
    problems += found(visit, "predict")
    assert problems == []


def found(visit, where):
    """What axe finds wrong now: where, which rule, and the first place."""
    told = Axe().run(visit.tab).response["violations"]
    return [(where, one["id"], one["nodes"][0]["html"][:160]) for one in told]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_lever_has_a_role_and_a_name_and_is_reached_by_keyboard(visit, words, lang):
    visit.open(lang=lang)
    wanted = {
        words[lang]["leverIn"].format(lever=one["label"][lang], side=side)
        for one in catalogue()["levers"]
        for side in "AB"
    }
    for name in wanted:
        assert visit.tab.get_by_role("checkbox", name=name, exact=True).count() == 1, name
    reached = set()
    for _ in range(400):
        visit.tab.keyboard.press("Tab")
        reached.add(visit.tab.evaluate("document.activeElement.getAttribute('aria-label') || ''"))
        if wanted <= reached:
            break
    assert wanted <= reached


def test_a_lever_moves_the_answer_by_keyboard_and_undo_brings_it_back(visit, words):
    visit.open().settled()
    before = visit.tab.url
    name = words["nl"]["leverIn"].format(lever=lever_label("broker"), side="B")
    visit.tab.get_by_role("checkbox", name=name).focus()
    visit.tab.keyboard.press("Space")
    strength = visit.tab.get_by_role("slider", name=re.compile(f"^{words['nl']['intensity']}"))
    strength.focus()
    visit.tab.keyboard.press("ArrowRight")
    assert strength.get_attribute("aria-valuetext") == "110%"
    assert visit.tab.url != before
    visit.settled()
    visit.tab.get_by_role("button", name=words["nl"]["undo"]).click()
    visit.tab.get_by_role("button", name=words["nl"]["undo"]).click()
    assert visit.tab.get_by_role("checkbox", name=name).is_checked() is False
    assert visit.wrong == []


def lever_label(name, lang="nl"):
    """What a lever is called."""
    return next(one for one in catalogue()["levers"] if one["name"] == name)["label"][lang]


def test_the_address_gives_the_same_answer_in_another_tab(visit, words):
    visit.open().settled()
    visit.tab.locator("aside select").nth(1).select_option("engaged_guide")
    visit.settled()
    told, address = visit.sentence, visit.tab.url
    visit.open(address.removeprefix(visit.address)).settled()
    assert visit.sentence == told
    assert visit.tab.get_by_text(words["nl"]["otherModel"][:30]).count() == 0


def test_a_link_of_another_model_says_so_and_a_broken_one_too(visit, words):
    visit.open("#s=nonsense")
    assert visit.tab.get_by_text(words["nl"]["badAddress"]).is_visible()
    visit.open(link(model="old"))
    assert visit.tab.get_by_text(words["nl"]["otherModel"].split(" (")[0]).is_visible()


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768)])
def test_answer_player_and_six_charts_fit_on_the_first_screen(visit, size):
    visit.tab.set_viewport_size({"width": size[0], "height": size[1]})
    visit.open().settled()
    player = visit.tab.locator("footer").bounding_box()
    assert player["y"] + player["height"] <= size[1]
    for number in range(6):
        box = visit.tab.locator("main figure").nth(number).bounding_box()
        assert box["y"] + box["height"] <= player["y"], number
    assert visit.tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_every_chart_has_a_table_twin(visit):
    visit.open().settled()
    charts = visit.tab.locator("main figure")
    for number in range(charts.count()):
        charts.nth(number).locator(".twin").click()
        assert charts.nth(number).locator("tbody tr").count() == 3
    assert visit.tab.locator("main figure svg").count() == 0


def test_the_player_moves_one_clock_and_step_and_rewind_work(visit, words):
    visit.open().settled()
    text = words["nl"]
    visit.tab.get_by_role("button", name=text["rewind"]).click()
    clock = visit.tab.get_by_role("slider", name=text["clock"], exact=True)
    assert clock.input_value() == "0"
    visit.tab.get_by_role("button", name=text["stepForward"]).click()
    assert clock.input_value() == "4"
    visit.tab.get_by_role("button", name=text["play"]).click()
    visit.tab.wait_for_timeout(1500)
    visit.tab.get_by_role("button", name=text["pause"]).click()
    assert int(clock.input_value()) > 8


def test_a_prediction_hides_the_result_until_it_is_recorded(visit, words):
    text = words["nl"]
    visit.open().settled()
    visit.tab.get_by_role("button", name=text["predict"]).click()
    assert visit.tab.locator(".sentence").count() == 0
    assert visit.tab.locator("main figure").count() == 0
    reveal = visit.tab.get_by_role("button", name=text["reveal"])
    assert reveal.is_disabled()
    for _ in range(2):
        visit.tab.get_by_role("button", name=text["addGuess"]).click()
    reveal.click()
    assert visit.tab.get_by_text("Voorspeld: gemiddeld 50 (van 50 tot 50)").is_visible()
    assert visit.sentence


def test_a_pair_is_followed_as_a_story_with_the_rule_behind_it(visit, words):
    visit.open().settled()
    visit.view(words["nl"]["network"])
    visit.tab.wait_for_selector("canvas")
    for number in (0, 1):
        visit.tab.locator("main .top select").nth(number).select_option(index=1)
    visit.tab.wait_for_selector(".moved .term")
    event = visit.tab.locator("main ol li button").first
    event.click()
    assert visit.tab.locator("main .rule").first.inner_text()
    assert visit.wrong == []


def test_a_saved_file_opens_without_a_server(visit, chromium, words, tmp_path):
    visit.open().settled()
    told = visit.sentence
    visit.view(words["nl"]["keep"])
    with visit.tab.expect_download() as waiting:
        visit.tab.get_by_role("button", name=words["nl"]["saveFile"]).click()
    file = tmp_path / "saved.html"
    waiting.value.save_as(file)
    tab = chromium.new_context(offline=True).new_page()
    wrong = []
    tab.on("console", lambda said: said.type in ("error", "warning") and wrong.append(said.text))
    tab.on("pageerror", lambda problem: wrong.append(str(problem)))
    tab.goto(file.as_uri())
    assert tab.locator(".sentence").inner_text() == told
    tab.locator("header nav button").nth(1).click()
    tab.wait_for_selector("canvas")
    tab.locator("footer .play").click()
    tab.wait_for_timeout(400)
    assert wrong == []
    tab.context.close()


def test_the_report_prints_on_one_page(visit):
    visit.open().settled()
    pdf = visit.tab.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", pdf)) == 1
