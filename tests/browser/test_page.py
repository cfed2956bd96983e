"""What people do on the page, in a real browser: nothing breaks, nothing leaves this computer."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from page.catalogue import catalogue
from tests.browser.conftest import link

pytestmark = [pytest.mark.browser, pytest.mark.slow]
VIEWS = ("compare", "network", "why", "believe", "cases", "group", "sweeps", "learn", "keep")
LANGUAGES = ("nl", "en")
# Begin and end of each answered request by the browser's own clock: what a driver is told of them comes
# from several processes, in no fixed order.
FLIGHTS = """() => performance.getEntriesByType("resource")
  .filter(entry => /\\/api\\/(worlds|assumptions)/.test(entry.name) && entry.responseStatus === 200)
  .map(entry => [entry.startTime, entry.responseEnd, entry.name])
  .sort((one, other) => one[0] - other[0])"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_part_opens_without_a_fault_and_asks_nothing_from_outside(visit, words, lang):
    """Every part is walked through once: axe, the console and the requests are looked at all along."""
    text = words[lang]
    visit.open(lang=lang).settled()
    problems = found(visit, "whole")
    broker = lever_label("broker", lang)
    visit.tab.get_by_role("checkbox", name=text["leverIn"].format(lever=broker, side="B")).check()
    visit.tab.get_by_role("button", name=broker).first.click()
    problems += found(visit, "levers", "aside")
    visit.tab.get_by_role("button", name=text["assumptions"], exact=True).click()
    visit.tab.locator("aside .group").first.click()
    visit.tab.locator("aside details summary").click()
    problems += found(visit, "assumptions", "aside")
    visit.tab.locator("figure .twin").first.click()
    problems += found(visit, "table", "main")
    for view in VIEWS[1:]:
        visit.view(text[view])
        for step in steps(visit, text, view):
            problems += found(visit, f"{view} {step}", "main")
    visit.view(text["compare"])
    visit.tab.get_by_role("button", name=text["predict"]).click()
    problems += found(visit, "predict", "main")
    assert problems == []
    assert visit.wrong == []
    assert visit.asked
    assert all(url.startswith((visit.address, "data:")) for url in visit.asked)


def steps(visit, text, view):
    """Everything that one part of the page can show, one after the other."""
    if view == "network":
        visit.tab.wait_for_selector("canvas")
        for number in (0, 1):
            visit.tab.locator("main .top select").nth(number).select_option(index=1)
        visit.tab.wait_for_selector(".moved .term")
    if view == "cases":
        for number in range(visit.tab.locator(".steps button").count()):
            visit.tab.locator(".steps button").nth(number).click()
            if number == 3:
                visit.tab.wait_for_selector("td.share")
            yield f"step {number + 1}"
    if view == "sweeps":
        visit.tab.wait_for_selector(".list button")
        yield "list"
        visit.tab.locator(".list button").first.click()
        visit.tab.wait_for_selector("main figure circle")
        yield "table"
        visit.tab.get_by_role("button", name=text["sweepMatters"]).click()
        visit.tab.wait_for_selector(".bars .bar")
        yield "matters"
        visit.tab.get_by_role("button", name=text["sweepWhere"]).click()
    yield ""


def found(visit, where, part=None):
    """What axe finds wrong now: where, which rule, and the first place."""
    if not visit.tab.evaluate("'axe' in window"):
        visit.tab.evaluate(Axe().axe_script)
    told = visit.tab.evaluate(
        "part => axe.run(part ? {include: [[part]]} : document, {resultTypes: ['violations']})", part
    )["violations"]
    return [(where, one["id"], one["nodes"][0]["html"][:160]) for one in told]


def test_there_is_no_network_where_these_tests_run(visit, served):
    if not served[2]:
        pytest.skip("no namespace without a network is permitted here (unshare -rn): the tests ran with one")
    with pytest.raises(Exception, match=r"ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE"):
        visit.tab.goto("http://192.0.2.7/", timeout=20_000)


def test_every_lever_has_a_role_and_a_name_and_is_reached_by_keyboard(visit, words):
    visit.open(lang="en")
    for lang, button in (("en", "English"), ("nl", "Nederlands")):
        visit.tab.get_by_role("button", name=button, exact=True).click()
        wanted = {
            words[lang]["leverIn"].format(lever=one["label"][lang], side=side)
            for one in catalogue()["levers"]
            for side in "AB"
        }
        boxes = visit.tab.locator("aside input[type=checkbox][aria-label]")
        named = boxes.evaluate_all("all => all.map(one => one.ariaLabel)")
        assert sorted(named) == sorted(wanted)
    # The order of the keyboard is the same in every language.
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
        assert charts.nth(number).locator("tbody tr").count() == 2
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


def test_why_tells_which_rules_carry_the_difference_as_a_chain(visit, words):
    visit.open().settled()
    visit.view(words["nl"]["why"])
    visit.tab.get_by_role("button", name=words["nl"]["whyGo"]).click()
    visit.tab.wait_for_selector("main .chain, main .none")
    parts = visit.tab.locator("main ul li button")
    assert parts.count() > 3
    parts.first.click()
    assert re.search(r"§\d", visit.tab.locator("main .card").first.inner_text())
    assert visit.wrong == []


def test_one_request_is_in_flight_and_only_the_latest_wish_follows(visit, words):
    visit.open().settled()
    dropped = []
    visit.tab.on("requestfailed", lambda request: dropped.append(request.url))
    name = words["nl"]["leverIn"].format(lever=lever_label("coffee_fund"), side="B")
    visit.tab.get_by_role("checkbox", name=name).check()
    strength = visit.tab.get_by_role("slider", name=re.compile(f"^{words['nl']['intensity']}"))
    for _ in range(8):
        strength.press("ArrowLeft")
    visit.settled()
    # What is tried with other assumptions is dropped when something is moved, and nothing else is.
    assert all(url.endswith("/api/assumptions") for url in dropped)
    flights = visit.tab.evaluate(FLIGHTS)
    assert len(flights) > 4
    # One that was dropped while its answer came ends by that clock a little after the next has begun.
    crossed = [name for (_, landed, name), (begin, _, _) in pairwise(flights) if begin < landed]
    assert all(name.endswith("/api/assumptions") for name in crossed)
    assert len(crossed) <= len(dropped)
    asked = [url for url in visit.asked if url.endswith("/api/worlds")]
    # Eight steps and the tick, each with four batches, would be 36 requests more.
    assert len(asked) < 4 + 36
    assert strength.get_attribute("aria-valuetext") == "20%"


def test_a_group_predicts_unseen_and_sees_everything_when_the_round_closes(enter, served, words):
    text, leader = words["nl"], enter()
    leader.open().settled().view(text["group"])
    assert leader.tab.get_by_text(served[1].partition("code=")[2]).first.is_visible()
    members = [enter(leads=False, size=(390, 800)) for _ in range(2)]
    for member in members:
        member.tab.goto(served[1])
        member.tab.wait_for_selector("nav button")
    leader.tab.get_by_role("button", name=text["groupBegin"]).click()
    for number, member in enumerate(members):
        member.tab.wait_for_selector("form fieldset")
        assert member.tab.locator(".sentence").count() == 0
        assert member.tab.locator("main figure").count() == 0
        assert found(member, f"member {number}") == []
        member.tab.get_by_label(text["name"]).fill(f"Deelnemer {number}")
        member.tab.locator("form input[type=range]").fill(str(20 + 40 * number))
        if number:
            lever = text["leverIn"].format(lever=lever_label("coffee_fund"), side="B")
            member.tab.get_by_role("checkbox", name=lever).check()
        member.tab.get_by_role("button", name=text["groupHandIn"], exact=True).click()
        member.tab.get_by_text(text["groupSent"]).wait_for()
    leader.tab.get_by_text("Deelnemer 0, Deelnemer 1").wait_for()
    leader.tab.get_by_role("button", name=text["groupShow"]).click()
    told = leader.tab.locator("main .sum").inner_text()
    assert "laagste 20, gemiddeld 40, hoogste 60" in told
    row = leader.tab.get_by_role("row", name=lever_label("coffee_fund"))
    assert row.locator("td").all_inner_texts()[1:] == ["1", "0%", "50%", "100%"]
    leader.tab.get_by_label(text["noteDecision"]).fill("Een koffiepotje")
    leader.tab.get_by_role("button", name=text["groupRecord"], exact=True).click()
    for member in members:
        member.tab.get_by_text("Een koffiepotje").first.wait_for()
        assert member.wrong == []
    assert found(leader, "leader", "main") == []
    leader.tab.get_by_role("button", name=text["groupMean"]).click()
    assert leader.tab.locator("aside .set.b .value").first.inner_text() == "50%"
    assert leader.wrong == []
