"""The built page that ships: in step with its sources, in two languages, without any address outside."""

import hashlib
import re
from pathlib import Path

import pytest

from page.catalogue import catalogue
from tests.page.front_words import SOURCES, words

STATIC = SOURCES.parent / "static"
ALONE = (
    "index.html",
    "package-lock.json",
    "package.json",
    "svelte.config.js",
    "tsconfig.json",
    "vite.config.js",
)


def source_digest():
    """As vite.config.js computes it."""
    inside = [file.relative_to(SOURCES).as_posix() for file in (SOURCES / "src").rglob("*") if file.is_file()]
    digest = hashlib.sha256()
    for name in sorted([*ALONE, *inside]):
        digest.update(f"{name}\0".encode() + (SOURCES / name).read_bytes() + b"\0")
    return digest.hexdigest()


def test_the_built_page_was_built_from_these_sources():
    told = (STATIC / "sources.txt").read_text(encoding="utf-8").strip()
    assert told == source_digest(), "build the page again: npm ci && npm run build, in page/front"


def test_both_languages_carry_the_same_texts():
    known = words()
    assert len(known["nl"]) > 150
    assert known["nl"].keys() == known["en"].keys()
    for key, text in known["nl"].items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", known["en"][key])), key


def test_every_cause_that_events_name_has_words_in_both_languages():
    known = catalogue()
    for cause in known["causes"]:
        for says in known["clauses"][cause]["says"] if cause else ():
            assert says["nl"]
            assert says["en"]


def test_every_charted_measure_has_a_short_title_in_both_languages():
    text = (SOURCES / "src" / "lib" / "titles.ts").read_text(encoding="utf-8")
    told = set(re.findall(r"^  (\w+): \{ nl: \"[^\"]+\", en: \"[^\"]+\" \},$", text, re.MULTILINE))
    assert {name for names in catalogue()["charts"].values() for name in names} <= told


def test_every_family_of_rules_has_a_name_in_both_languages():
    text = (SOURCES / "src" / "lib" / "families.ts").read_text(encoding="utf-8")
    told = set(re.findall(r"^  (\w+): \{ nl: \"[^\"]+\", en: \"[^\"]+\" \},$", text, re.MULTILINE))
    assert {one["group"] for one in catalogue()["parameters"]} <= told


@pytest.mark.parametrize("name", ["index.html", "page.css", "page.js"])
def test_nothing_in_the_built_page_points_outside(name):
    text = (STATIC / name).read_text(encoding="utf-8")
    known = ("http://www.w3.org/", "https://svelte.dev/e/")
    found = [one for one in re.findall(r"https?://[^\s\"'`)]+", text) if not one.startswith(known)]
    assert not found


def test_the_lock_file_names_no_place_to_fetch_from():
    text = (SOURCES / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert "registry" not in text


def test_no_source_of_the_page_is_longer_than_four_hundred_lines():
    for file in [*(SOURCES / "src").rglob("*"), *Path(SOURCES.parent).glob("*.py")]:
        if file.is_file():
            assert len(file.read_text(encoding="utf-8").splitlines()) <= 400, file.name


def test_lessons_stage_what_there_is():
    known, text = catalogue(), (SOURCES / "src" / "lib" / "lessons.ts").read_text(encoding="utf-8")
    strategies, levers = ({one["name"] for one in known[kind]} for kind in ("strategies", "levers"))
    staged = [re.findall(r'"(\w+)"', told) for told in re.findall(r"side\(([^)]*)\)", text)]
    staged = [names for names in staged if names]
    assert len(staged) >= 10
    for strategy, *on in staged:
        assert strategy in strategies
        assert set(on) <= levers
    assert set(re.findall(r'outcome: "(\w+)"', text)) <= set(known["measures"])
