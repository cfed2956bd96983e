"""A story says who, when, what and because of what; a traced pair's terms are the change of its stocks."""

import json

import pytest

from experiments.cli import main
from experiments.people import actor, pair
from experiments.story import of_actor, of_pair
from sim.causes import SPECIAL, WORDS
from sim.events import CAUSES, STOCKS
from sim.registry import RULES
from sim.state import INTENTS
from sim.telling import missing_words, names_in
from sim.wording import FAR, STOCK_WORDS
from tests.worlds import FAST, settings

WORLD = settings(weeks=80, parameters=FAST)


def test_every_cause_and_every_stock_has_words():
    assert missing_words() == []
    assert set(CAUSES) - set(WORDS) == {""}
    assert set(STOCK_WORDS) == set(STOCKS)


@pytest.mark.parametrize("words", [*WORDS.values(), *SPECIAL.values()], ids=lambda words: words.en)
def test_a_cause_is_said_in_two_languages_at_every_size(words):
    assert words.en != words.nl
    assert words.says[-1].upto == FAR or words.coded
    assert [one.upto for one in words.says] == sorted(one.upto for one in words.says)
    for amount in (-1.0, 0.0, 0.2, 0.5, 0.9, 1.0, 7.0):
        for lang in ("en", "nl"):
            told = words.clause(amount, lang)
            assert "{" not in told
            assert told == told.strip()
            assert words.coded or any(figure.isdigit() for figure in told) or amount <= 0


def test_intents_and_channels_are_words_and_not_codes():
    assert len(WORDS["intent"].says) == len(INTENTS)
    for code in range(len(INTENTS)):
        assert not any(figure.isdigit() for figure in WORDS["intent"].clause(float(code), "nl"))
    assert len({WORDS["contact"].clause(float(code), "en") for code in range(3)}) == 3


def test_names_are_spoken_in_dutch_and_organisations_keep_theirs():
    names = {"worker": ("Tea, worker 1",), "professional": ("The worker 3 club, case worker 12",),
             "parent": ("family 4",), "pair": ("Tea, worker 1 with Desk, manager 2",)}  # fmt: skip
    told = names_in(names, "nl")
    assert told["worker"] == ("Tea, werker 1",)
    assert told["professional"] == ("The worker 3 club, caseworker 12",)
    assert told["parent"] == ("gezin 4",)
    assert told["pair"] == ("Tea, werker 1 met Desk, manager 2",)
    assert names_in(names, "en") == names


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_an_actor_is_found_in_either_language_and_by_a_part_that_fits_one(lang):
    for wish in ("tea room, worker 2", "Tea Room, werker 2", "m, worker 2"):
        found = actor(WORLD, wish, lang)
        assert found.rows == {"worker": frozenset([1])}
    assert actor(WORLD, "tea room", lang).rows["worker"] == {0, 1}
    two = pair(WORLD, ["tea room, worker 1", "school, adviser 1"], lang)
    assert [one.row_of("professional") for one in two] == [5, None]


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_line_says_when_what_because_of_what_and_by_which_rule(lang):
    story = of_actor(WORLD, 3, actor(WORLD, "tea room", lang), lang)
    assert len(story.lines) > 5
    known = {rule.key: rule.section for rule in RULES}
    weeks = [line.week for line in story.lines]
    assert weeks == sorted(weeks)
    for line in story.lines:
        assert line.sentence.endswith(".")
        assert "{" not in line.sentence
        assert line.rule == "" or line.section == known[line.rule]
    assert any(line.because for line in story.lines)
    assert all("tea room" in line.sentence for line in story.lines if "tea room" in line.sentence)


def test_the_terms_of_a_traced_pair_add_up_to_the_change_of_each_stock():
    moved = 0
    for wishes in (
        ["centre, adviser 1", "tea room, worker 1"],
        ["guardians, case worker 1", "night shift, worker 1"],
    ):
        story = of_pair(WORLD, 3, pair(WORLD, wishes, "en"), "en")
        for account in story.accounts:
            assert account.adds_up, account
            moved += account.end != account.start
    assert moved > 2


def test_the_command_tells_a_pair_and_closes_with_its_accounts(capsys):
    words = ["weeks=60", "--seed", "1", "--pair", "nisa for nisa, worker 1", "tooropstraat, adviser 1"]
    assert main(["story", *words, "--lang", "nl"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Het verhaal van OKC Jan Tooropstraat, adviseur 1 en Nisa for Nisa, werker 1")
    assert "dat is de verandering" in " ".join(told.split())
    assert "NIET" not in told
    assert main(["story", *words, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert all(stock["adds_up"] for stock in found["stocks"])
    for stock in found["stocks"]:
        assert sum(stock["terms"].values()) == pytest.approx(stock["change"], abs=1e-9)
