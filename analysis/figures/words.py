"""What the figures say around their panels, in English and Dutch; ``\\u00a0`` keeps words on one line."""

from __future__ import annotations

from typing import Final

from analysis.figures.sides import LANGUAGES
from experiments.words import sayer

WORDS: Final[dict[str, tuple[str, str]]] = {
    "share": ("share, 0 to 1", "aandeel, 0 tot 1"),
    "number": ("number", "aantal"),
    "number per week": ("number per week", "aantal per week"),
    "hours per week": ("hours per week", "uren per week"),
    "euros per week": ("euros per week", "euro per week"),
    "cumulative": ("number since the start", "aantal sinds het begin"),
    "years": ("years", "jaren"),
    "difference": ("difference", "verschil"),
    "half": ("middle 50\u00a0% of the worlds", "middelste 50\u00a0% van de werelden"),
    "nine_tenths": ("middle 90\u00a0%", "middelste 90\u00a0%"),
    "same": ("both sides the same", "beide kanten gelijk"),
    "no_difference": ("no difference in any world", "in geen wereld verschil"),
    "no_value": ("hardly any world has a value", "vrijwel geen wereld heeft een waarde"),
    "worlds": ("{n} worlds on each side, paired by seed.", "{n} werelden aan elke kant, gepaard op seed."),
    "one_world": (
        "1 world on each side, with the same seed: one story, without bands.",
        "1 wereld aan elke kant, met dezelfde seed: één verhaal, zonder banden.",
    ),
    "bands": (
        "Lines: the median over worlds; bands: the middle 50\u00a0% and 90\u00a0% of worlds, week by week.",
        "Lijnen: de mediaan over werelden; banden: de middelste 50\u00a0% en 90\u00a0% van de werelden, "
        "week voor week.",
    ),
    "chance": (
        "Bands are chance (seeds) alone; what our assumptions leave uncertain is not in them.",
        "Banden zijn alleen toeval (seeds); wat onze aannames onzeker laten zit er niet in.",
    ),
    "apart": (
        "Low panels: {variant} minus {base} in the same world; above 0 it is higher with {variant}.",
        "Lage vakken: {variant} min {base} in dezelfde wereld; boven 0 is het hoger met {variant}.",
    ),
    "summers": ("Pale strips: summer holidays.", "Bleke stroken: zomervakanties."),
    "council": (
        "Pale strips: summer holidays; dotted line: a new council period.",
        "Bleke stroken: zomervakanties; stippellijn: een nieuwe raadsperiode.",
    ),
    "never": ("none at all in any world", "in geen enkele wereld ook maar één"),
    "rare": ("none at all in {base}\u00a0% of worlds", "geen enkele in {base}\u00a0% van de werelden"),
    "rare_apart": (
        "none at all in {base} and {variant}\u00a0% of worlds",
        "geen enkele in {base} en {variant}\u00a0% van de werelden",
    ),
    "quarterly": (
        "Each week is told as the mean of the last 13 weeks.",
        "Elke week is verteld als het gemiddelde van de laatste 13 weken.",
    ),
    "cut": (
        "The vertical axis of the high panels does not start at 0.",
        "De verticale as van de hoge vakken begint niet bij 0.",
    ),
    "own_scales": ("Each measure has its own scale.", "Elke maat heeft een eigen schaal."),
    "model": ("Outcome of a model, not a forecast.", "Uitkomst van een model, geen voorspelling."),
    "ci": ("difference (95\u00a0%\u00a0interval)", "verschil (95\u00a0%\u2011interval)"),
    "higher": ("% of worlds higher / lower", "% van werelden hoger / lager"),
    "mean_ci": ("mean difference, 95\u00a0% interval", "gemiddeld verschil, 95\u00a0%\u2011interval"),
    "worlds_90": ("middle 90\u00a0% of the worlds", "middelste 90\u00a0% van de werelden"),
    "to": ("to", "tot"),
    "overview": ("What differs, at a glance", "Wat verschilt, in één oogopslag"),
    "last_year": ("mean of the last year", "gemiddelde van het laatste jaar"),
    "whole_run": ("mean of the run", "gemiddelde van de looptijd"),
    "end": ("at the end", "aan het eind"),
    "total": ("total over the run ({years} years)", "totaal over de looptijd ({years} jaar)"),
    "euros": ("euros", "euro"),
    "hours": ("hours", "uren"),
    "overview_note": (
        "Difference: {variant} minus {base} in the same world, averaged over worlds. Measures in one frame "
        "share one unit and one scale.",
        "Verschil: {variant} min {base} in dezelfde wereld, gemiddeld over werelden. Maten in één kader "
        "delen één eenheid en één schaal.",
    ),
    "overview_spread": (
        "The interval is about that average; the pale bar shows how far single worlds lie apart.",
        "Het interval gaat over dat gemiddelde; de bleke balk toont hoe ver losse werelden uiteenlopen.",
    ),
    "overview_chance": (
        "Intervals and bars are chance (seeds) alone; what our assumptions leave uncertain is not in them.",
        "Intervallen en balken zijn alleen toeval (seeds); wat onze aannames onzeker laten zit er niet in.",
    ),
    "why_heading": ("Why: {measure}", "Waarom: {measure}"),
    "why_title": (
        "What goes of the difference between {base} and {variant} when a rule is taken out of both sides.",
        "Wat er van het verschil tussen {base} en {variant} weggaat zonder een regel, aan beide kanten.",
    ),
    "why_with": ("carries the difference", "draagt het verschil"),
    "why_against": ("works against it", "werkt het tegen"),
    "why_ci": ("95\u00a0% interval of the mean", "95\u00a0%\u2011interval van het gemiddelde"),
    "why_whole": ("the whole difference", "het hele verschil"),
    "why_left": ("left by all rules together", "wat alle regels samen overlaten"),
    "why_axis": ("goes with the rule, in: {unit}", "gaat met de regel weg, in: {unit}"),
    "why_worlds": (
        "{n} worlds on each side, the same seeds with and without the rule.",
        "{n} werelden aan elke kant, dezelfde seeds met en zonder de regel.",
    ),
    "why_note": (
        "Bold: clear from 0 even when one allows for the number of rules looked at. Parts need not add up: "
        "rules on one chain each take the same piece along. A bar that ends at the edge goes on beyond it.",
        "Vet: duidelijk niet 0, ook als je meetelt naar hoeveel regels is gekeken. Delen hoeven niet op te "
        "tellen: regels op één keten nemen elk hetzelfde stuk mee. Een balk tot aan de rand loopt door.",
    ),
}


said = sayer(WORDS)


def in_language(pair: tuple[str, str], lang: str) -> str:
    """The English or the Dutch one of a pair."""
    return pair[LANGUAGES.index(lang)]


def number(text: str, lang: str) -> str:
    """A number as the language writes it: in Dutch a decimal comma and points between thousands."""
    text = text.replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text


def percent(share: float) -> str:
    """A share in whole per cents, that says neither all nor none when that is not so."""
    if 0 < share < 0.005:
        return "<1"
    return ">99" if 0.995 <= share < 1 else f"{share * 100:.0f}"


def rarity(never: tuple[float, float], lang: str) -> str:
    """Say in what share of worlds, base and variant, there was none at all."""
    base, variant = (percent(share) for share in never)
    if never == (1.0, 1.0):
        return said("never", lang)
    return said("rare" if base == variant else "rare_apart", lang, base=base, variant=variant)
