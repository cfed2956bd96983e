"""The presets as data: every number has one source or one range, and the report's facts are in them."""

import re
from collections.abc import Iterator
from dataclasses import fields
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import pytest
import yaml
from omegaconf import OmegaConf

import sim.policy  # noqa: F401  (registers the policies)
from experiments import plain_yaml
from sim.registry import POLICIES
from sim.settings import (
    DOMAINS,
    Community,
    District,
    Effect,
    Institution,
    Lever,
    SelfOrganisation,
    Settings,
    Strategy,
)

CONFIGS = Path(__file__).parents[1] / "configs"
SECTIONS = re.compile(r"(§\d\.\d|intro)(, (§\d\.\d|intro))*")
FACTS = (
    "parents",
    "budget",
    "attends",
    "message_history",
    "communities",
    "self_organisations",
    "institutions",
)


def read(kind: str) -> dict[str, dict[str, Any]]:
    found = sorted((CONFIGS / kind).glob("*.yaml"))
    return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in found}


# A made-up city gives counts instead of organisations; tests/health/test_neighbourhoods.py looks at it.
DISTRICTS = {name: raw for name, raw in read("district").items() if "organisations" not in raw}
STRATEGIES, LEVERS = read("strategy"), read("levers")
REPORTED = ("nieuw_west", "zuidoost")


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from leaves(inner, f"{path}.{key}" if path else str(key))
    else:
        yield path, value


def facts(district: dict[str, Any]) -> list[tuple[str, Any]]:
    return list(leaves({key: district[key] for key in FACTS}))


def district_of(raw: dict[str, Any]) -> District:
    return District(
        raw["name"],
        raw["parents"],
        raw["budget"],
        tuple(Community(**entry) for entry in raw["communities"]),
        tuple(SelfOrganisation(**entry) for entry in raw["self_organisations"]),
        tuple(Institution(**entry) for entry in raw["institutions"]),
        raw["attends"],
        raw["message_history"],
    )


def lever_of(raw: dict[str, Any]) -> Lever:
    given = {field.name: raw[field.name] for field in fields(Lever)}
    given["effects"] = tuple(Effect(**effect) for effect in raw["effects"])
    return Lever(**given | {"target": tuple(raw["target"])})


def both_languages(text: dict[str, str]) -> bool:
    return set(text) == {"nl", "en"} and all(line.strip() for line in text.values())


@pytest.mark.parametrize("name", DISTRICTS)
def test_every_number_and_yes_or_no_of_a_district_has_exactly_one_entry(name: str) -> None:
    globs = [entry["of"] for entry in DISTRICTS[name]["evidence"]]
    for path, value in facts(DISTRICTS[name]):
        hits = [glob for glob in globs if fnmatchcase(path, glob)]
        assert len(hits) <= 1, f"{path} is covered more than once: {hits}"
        assert hits or isinstance(value, str), f"{path} is not covered"


@pytest.mark.parametrize("name", DISTRICTS)
def test_evidence_entries_match_something_and_ranges_contain_the_values(name: str) -> None:
    for entry in DISTRICTS[name]["evidence"]:
        values = [value for path, value in facts(DISTRICTS[name]) if fnmatchcase(path, entry["of"])]
        assert values, f"{entry['of']} matches nothing"
        assert "section" in entry or entry.get("assumption")
        assert "section" not in entry or SECTIONS.fullmatch(entry["section"])
        if not entry.get("assumption"):
            continue
        assert entry["why"]
        numbers = [value for value in values if not isinstance(value, str)]
        assert not numbers or entry["low"] < entry["high"]
        assert all(entry["low"] <= number <= entry["high"] for number in numbers), entry["of"]


@pytest.mark.parametrize("name", DISTRICTS)
def test_a_district_says_that_it_is_an_example_in_two_languages(name: str) -> None:
    raw = DISTRICTS[name]
    assert raw["name"] == name
    assert raw["illustrative"] is True
    assert both_languages(raw["label"])
    assert both_languages(raw["note"])


@pytest.mark.parametrize("name", DISTRICTS)
def test_communities_differ_only_by_share_and_shares_sum_to_one(name: str) -> None:
    assert all(set(entry) == {"name", "share"} for entry in DISTRICTS[name]["communities"])
    assert sum(entry["share"] for entry in DISTRICTS[name]["communities"]) == pytest.approx(1.0)


@pytest.mark.parametrize("name", DISTRICTS)
def test_items_state_every_field_so_that_no_default_hides(name: str) -> None:
    for key, kind in (("self_organisations", SelfOrganisation), ("institutions", Institution)):
        names = {field.name for field in fields(kind)}
        assert all(set(entry) == names for entry in DISTRICTS[name][key])


def test_the_counts_of_the_report() -> None:
    nieuw_west, zuidoost = (district_of(DISTRICTS[name]).self_organisations for name in REPORTED)
    (noord,) = district_of(DISTRICTS["noord"]).self_organisations
    assert [organisation.orientation for organisation in nieuw_west] == ["emancipation"] * 5
    assert [organisation.orientation for organisation in zuidoost].count("care") == 3
    assert len(zuidoost) == 6
    assert sorted(organisation.community for organisation in nieuw_west) == ["Marokkaans"] * 4 + ["Turks"]
    assert [organisation.community for organisation in zuidoost].count("Afrikaans") == 3
    all_twelve = (*nieuw_west, *zuidoost, noord)
    assert len(all_twelve) == 12
    assert sum(organisation.own_place for organisation in all_twelve) == 8
    assert sum(not organisation.sees_worth for organisation in all_twelve) == 2
    assert not noord.sees_worth
    assert sum(organisation.own_course for organisation in all_twelve) == 2
    assert all(organisation.orientation == "care" for organisation in all_twelve if organisation.mediates)
    assert not any(organisation.housing_funded for organisation in zuidoost)


@pytest.mark.parametrize("name", REPORTED)
def test_the_sizes_of_a_reported_district(name: str) -> None:
    district = district_of(DISTRICTS[name])
    assert 500 <= district.parents <= 700
    assert 12 <= sum(organisation.workers for organisation in district.self_organisations) <= 20
    assert 15 <= sum(institution.professionals for institution in district.institutions) <= 30
    assert {institution.domain for institution in district.institutions} == set(DOMAINS)


def test_districts_state_the_same_budget() -> None:
    assert len({raw["budget"] for raw in DISTRICTS.values()}) == 1


@pytest.mark.parametrize("name", STRATEGIES)
def test_a_strategy_sets_known_policies_within_bounds_and_range(name: str) -> None:
    raw = STRATEGIES[name]
    assert raw["name"] == name
    assert both_languages(raw["label"])
    assert both_languages(raw["description"])
    assert SECTIONS.fullmatch(raw["section"])
    assert set(raw["sources"]) == set(raw["policies"])
    for policy, value in raw["policies"].items():
        source = raw["sources"][policy]
        assert SECTIONS.fullmatch(source["section"])
        for number in (value, source["low"], source["high"]):
            POLICIES[policy].check(number)
        assert source["low"] <= value <= source["high"]
        assert source["low"] < source["high"]


def test_the_control_does_nothing() -> None:
    assert STRATEGIES["none"]["policies"] == {}


def test_the_aloof_strategy_asks_for_no_money_beyond_its_message() -> None:
    priced = {policy for policy in STRATEGIES["explorative_aloof"]["policies"] if POLICIES[policy].price}
    assert priced == {"message_loudness"}


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_moves_known_policies_within_bounds_and_range(name: str) -> None:
    raw = LEVERS[name]
    assert raw["name"] == name
    assert both_languages(raw["label"])
    assert both_languages(raw["description"])
    assert SECTIONS.fullmatch(raw["section"])
    assert raw["tag"] in ("game", "structure")
    assert raw["intensity"] == 0.0
    assert set(raw["sources"]["effects"]) == {effect["policy"] for effect in raw["effects"]}
    for effect in raw["effects"]:
        policy, source = POLICIES[effect["policy"]], raw["sources"]["effects"][effect["policy"]]
        moved = policy.default * effect["amount"] if effect["how"] == "scale" else effect["amount"]
        policy.check(policy.default + moved)
        assert SECTIONS.fullmatch(source["section"])
        assert source["low"] <= effect["amount"] <= source["high"]
    for cost in ("euros", "hours"):
        source = raw["sources"][cost]
        assert source["assumption"] is True
        assert source["why"]
        assert source["low"] <= raw[cost] <= source["high"]


@pytest.mark.parametrize("name", LEVERS)
def test_a_lever_names_the_rules_it_touches(name: str) -> None:
    touches = LEVERS[name]["touches"]
    assert touches
    assert len(set(touches)) == len(touches)
    assert all(re.fullmatch("[a-z]+(_[a-z]+)*", rule) for rule in touches)


@pytest.mark.parametrize("district", DISTRICTS)
@pytest.mark.parametrize("strategy", STRATEGIES)
def test_the_presets_make_valid_settings(district: str, strategy: str) -> None:
    settings = Settings(
        district_of(DISTRICTS[district]),
        Strategy(strategy, STRATEGIES[strategy]["policies"]),
        tuple(lever_of(raw) for raw in LEVERS.values()),
    )
    assert settings.district.name == district


def test_all_presets_of_the_first_delivery_are_here() -> None:
    assert set(REPORTED) <= set(DISTRICTS)
    assert {"none", "programmatic", "programmatic_engaged", "explorative"} <= set(STRATEGIES)
    assert {"explorative_aloof", "engaged_guide"} <= set(STRATEGIES)
    assert {"coffee_fund", "facilitated_reflection", "endorsement", "network_meetings"} <= set(LEVERS)


@pytest.mark.parametrize("file", sorted(CONFIGS.rglob("*.yaml")), ids=lambda file: file.stem)
def test_packaged_files_read_and_write_quickly_as_omegaconf_does(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    slowly = OmegaConf.create(text)
    node = OmegaConf.to_container(slowly)
    assert repr(plain_yaml.read(text)) == repr(node)
    assert plain_yaml.as_yaml(node) == OmegaConf.to_yaml(slowly)


def test_what_is_used_twice_is_written_twice() -> None:
    twice = ["all"]
    assert plain_yaml.as_yaml({"a": twice, "b": twice}) == "a:\n- all\nb:\n- all\n"
