"""The cases of the report with what the report suggests might have gone otherwise, as points of a design."""

from __future__ import annotations

from typing import Any

from experiments.errors import Refused
from experiments.overrides import parse, plain_value
from experiments.presets import FilePresets, told

AS_TOLD = {"en": "as the report tells it", "nl": "zoals het rapport het vertelt"}


def variants(presets: FilePresets, wished: object) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of the cases ``wished`` (all by default), and for each row what it is called.

    A row holds the fields that the variant sets; the first of each case sets nothing else.
    """
    known = [
        name for name in presets.names("scenario") if presets.node("scenario", name).get("counterfactuals")
    ]
    names = known if wished is None else wished
    if not isinstance(names, list) or not names:
        raise Refused("'design.cases' must be a list of cases, such as [case_school].")
    rows: list[dict[str, Any]] = []
    labels: list[dict[str, Any]] = []
    for name in names:
        case = presets.node("scenario", str(name))
        called = {lang: told(case, "label", lang) for lang in AS_TOLD}
        rows.append({"scenario": name})
        labels.append({"case": name, "variant": "", **_both(called, AS_TOLD)})
        for key, one in case.get("counterfactuals", {}).items():
            parsed = map(parse, one["overrides"])
            rows.append({"scenario": name, **{each.key_or_group: plain_value(each) for each in parsed}})
            labels.append({"case": name, "variant": key, "section": one["section"], **_both(called, one)})
    return rows, labels


def _both(case: dict[str, str], variant: dict[str, Any]) -> dict[str, str]:
    return {lang: f"{case[lang]}: {variant[lang]}" for lang in case}
