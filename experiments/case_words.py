"""A case told on one screen, in Dutch or English: what the report saw beside what the worlds did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from experiments.case import Counterfactual, Found, described, verdict
from experiments.compare import Contrast
from experiments.numbers import aligned, between, decimals, shown
from experiments.words import wrapped

WORDS: Final = {
    "worlds": ("{n} worlds of {weeks} weeks from {day}.", "{n} werelden van {weeks} weken vanaf {day}."),
    "saw": (
        "What the report saw, and the share of worlds in which it also happened:",
        "Wat het rapport zag, en in welk deel van de werelden dat ook gebeurde:",
    ),
    "looks": (
        "What was looked at (mean, and where nine of ten worlds lie):",
        "Waar naar is gekeken (gemiddelde, en waar negen van de tien werelden liggen):",
    ),
    "what if": (
        "What if (difference in the same worlds, with its 95 % interval):",
        "Wat als (verschil in dezelfde werelden, met het 95 %-interval):",
    ),
    "head": (
        ("look", "case", "variant", "difference", "95 % interval", "as the report expects"),
        ("blik", "casus", "variant", "verschil", "95 %-interval", "zoals het rapport verwacht"),
    ),
    "yes": ("yes", "ja"),
    "no": ("no, the other way", "nee, andersom"),
    "unclear": ("no clear difference", "geen duidelijk verschil"),
    "same": ("The same in every world: {}.", "In elke wereld gelijk: {}."),
    "none": ("nobody to look at", "niemand om naar te kijken"),
}


def _word(key: str, lang: str) -> str:
    text = WORDS[key][lang == "nl"]
    assert isinstance(text, str)
    return text


def as_text(found: Found, lang: str) -> str:
    """The whole answer of ``bodem case``."""
    settings = found.base.settings
    head = _word("worlds", lang).format(
        n=len(found.seeds), weeks=settings.weeks, day=settings.scenario.first_day
    )
    parts = [
        f"{found.case.name}\n{wrapped('', described(found.case, lang))}\n{head}",
        "\n".join([_word("saw", lang), *_observations(found, lang)]),
        f"{_word('looks', lang)}\n{_looks(found, lang)}",
    ]
    if found.case.counterfactuals:
        parts.append(_word("what if", lang))
        parts += [_what_if(found, one, lang) for one in found.case.counterfactuals]
    return "\n\n".join(parts)


def _observations(found: Found, lang: str) -> Iterator[str]:
    values = found.values("base")
    for one in found.case.observations:
        holds = one.holds(values)
        there = holds[np.isfinite(holds)]
        share = f"{there.mean():4.0%}" if len(there) else "   -"
        yield wrapped(f"  {share}  ", f"{one.text[lang]} ({one.section})")


def _looks(found: Found, lang: str) -> str:
    rows = []
    for look in found.case.looks:
        values = found.values("base")[look.name]
        there = values[np.isfinite(values)]
        text = (look.nl if lang == "nl" else look.en) or look.name
        if len(there) == 0:
            rows.append((f"  {look.name}", _word("none", lang), "", text))
            continue
        low, high = (float(point) for point in np.quantile(there, [0.05, 0.95]))
        mean = float(there.mean())
        places = max(decimals(None, mean), decimals(None, high) if abs(mean) < 1e-9 else 0)
        rows.append((f"  {look.name}", shown(mean, places, lang), between((low, high), places, lang), text))
    names, means, spans = (max(len(row[column]) for row in rows) for column in range(3))
    return "\n".join(
        f"{name.ljust(names)}  {mean.rjust(means)}  {span.rjust(spans)}  {text}"
        for name, mean, span, text in rows
    )


def _what_if(found: Found, one: Counterfactual, lang: str) -> str:
    differences = found.differences(one.name)
    moved = {name: each for name, each in differences.items() if each.share_higher or each.share_lower}
    head = WORDS["head"][lang == "nl"]
    rows = [tuple(head)]
    rows += [_row(name, each, one.expects.get(name), lang) for name, each in moved.items()]
    text = wrapped("  ", f"{one.text[lang]} ({one.section}): {' '.join(one.overrides)}")
    lines = [text]
    if moved:
        lines += [f"    {line}" for line in aligned(rows).splitlines()]
    same = [name for name in differences if name not in moved]
    if same:
        lines.append(wrapped("    ", _word("same", lang).format(", ".join(same))))
    return "\n".join(lines)


def _row(name: str, one: Contrast, expects: str | None, lang: str) -> tuple[str, ...]:
    low, high = one.ci
    places = decimals(None if low is None or high is None else (high - low) / 2, one.diff)
    judged = verdict(one, expects)
    return (
        name,
        shown(one.base, decimals(None, one.base), lang),
        shown(one.variant, decimals(None, one.variant), lang),
        shown(one.diff, places, lang),
        between(one.ci, places, lang),
        "" if judged is None else _word(judged, lang),
    )
