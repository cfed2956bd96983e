"""The few words of ``list`` and ``explain`` in English and Dutch, and the folding of long lines."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Mapping
from typing import Any, Final

TIED: Final = "\x1f"
KIND: Final = {
    "strategies": ("strategy", "strategie"),
    "levers": ("lever", "ingreep"),
    "rules": ("rule", "regel"),
    "measures": ("measure", "maat"),
    "parameters": ("parameter", "parameter"),
    "districts": ("district", "stadsdeel"),
    "policies": ("policy", "beleidsknop"),
    "rivals": ("rival forms of a rule", "rivaliserende vormen van een regel"),
    "scenarios": ("scenario", "scenario"),
    "cases": ("case", "casus"),
}
LABEL: Final = {
    "label": ("label", "naam"),
    "switch": ("switch", "schakelaar"),
    "family": ("family", "familie"),
    "section": ("section of the report", "paragraaf in het rapport"),
    "evidence": ("evidence", "bewijs"),
    "yields": ("yields", "levert"),
    "without": ("without it", "zonder deze regel"),
    "signs": ("signs", "richtingen"),
    "parameters": ("parameters", "parameters"),
    "rule": ("rule", "regel"),
    "options": ("forms", "vormen"),
    "default": ("default", "standaard"),
    "range": ("plausible range", "aannemelijk bereik"),
    "bounds": ("bounds", "grenzen"),
    "unit": ("unit", "eenheid"),
    "source": ("source", "bron"),
    "read_by": ("read by", "gelezen door"),
    "group": ("group", "groep"),
    "how": ("how it is counted", "hoe het wordt geteld"),
    "summary": ("told as", "verteld als"),
    "price": ("price", "prijs"),
    "set_by": ("set by strategies", "gezet door strategieën"),
    "moved_by": ("moved by levers", "bewogen door ingrepen"),
    "policies": ("policies", "beleidsknoppen"),
    "effects": ("moves at intensity 1", "beweegt bij intensiteit 1"),
    "cost": ("cost at intensity 1", "kosten bij intensiteit 1"),
    "when": ("weeks", "weken"),
    "target": ("target group", "doelgroep"),
    "tag": ("kind of steering", "soort sturing"),
    "touches": ("rules touched", "geraakte regels"),
    "set_with": ("set with", "zetten met"),
    "counts": ("counts", "aantallen"),
    "communities": ("communities", "gemeenschappen"),
    "self_organisations": ("self-organisations", "zelforganisaties"),
    "institutions": ("institutions", "instellingen"),
    "sources": ("sources and assumptions", "bronnen en aannames"),
    "note": ("note", "opmerking"),
    "place": ("district and strategy", "stadsdeel en strategie"),
    "first_day": ("first day", "eerste dag"),
    "weeks": ("weeks", "weken"),
    "overrides": ("set for the whole run", "gezet voor de hele run"),
    "start": ("starts with", "begint met"),
    "events": ("comes from outside", "komt van buiten"),
    "observations": ("what the report saw", "wat het rapport zag"),
    "counterfactuals": ("what if", "wat als"),
}
EVIDENCE_NL: Final = {
    "O": "gezien door de onderzoeker, in casussen of interviews",
    "T": "verteld door één kant",
    "L": "literatuur die het rapport aanhaalt",
    "E": "verwacht door het rapport",
    "A": "onze aanname",
}


def kind(name: str, lang: str) -> str:
    """One thing of the kind ``name``."""
    return _in(KIND[name], lang)


def label(key: str, lang: str) -> str:
    """What a fact is called."""
    return _in(LABEL[key], lang)


def nothing(lang: str) -> str:
    """How an empty list is told."""
    return _in(("none", "geen"), lang)


def wrapped(start: str, text: str, indented: int | None = None) -> str:
    """Fold ``text`` after ``start`` to the width of the terminal, later lines under its beginning.

    ``indented`` is how far later lines stand in, where that is to be something else.
    """
    width = max(60, min(110, shutil.get_terminal_size((110, 24)).columns))
    indent = " " * (min(len(start), 40) if indented is None else indented)
    # What belongs to a number stays on its line.
    tied = (start + text).replace(" %", TIED).replace(" ±", f"{TIED}±")
    folded = textwrap.fill(tied, width, subsequent_indent=indent, break_long_words=False)
    return folded.replace(f"{TIED}±", " ±").replace(TIED, " %").rstrip()


def _in(pair: tuple[str, str], lang: str) -> str:
    return pair[lang == "nl"]


def sayer(phrases: Mapping[str, Any]) -> Callable[..., str]:
    """A function that fills in one of ``phrases``, each a pair of English and Dutch: said(key, lang, ...)."""

    def said(key: str, lang: str, **filled: object) -> str:
        text: str = phrases[key][lang == "nl"]
        return text.format(**filled)

    return said
