"""What a report says around its numbers, in English and Dutch."""

from __future__ import annotations

from typing import Final

from analysis.figures.words import in_language
from experiments.words import sayer

LIMITS: Final = (
    (
        "Theoretical exploration and illustration, not prediction: the source is one qualitative report (35 "
        "respondents, 12 self-organisations, four cases) that gives directions and hardly any sizes.",
        "Theoretische verkenning en illustratie, geen voorspelling: de bron is één kwalitatief rapport (35 "
        "respondenten, 12 zelforganisaties, vier casussen) dat richtingen geeft en nauwelijks maten.",
    ),
    (
        "An interval over worlds says how sure the model is, given its numbers (chance). Whether an answer "
        "survives other numbers is a matter of assumption: see a sweep over assumptions.",
        "Een interval over werelden zegt hoe zeker het model is, gegeven zijn getallen (toeval). Of "
        "een antwoord "
        "andere getallen overleeft is een kwestie van aannames: zie een serie runs over aannames.",
    ),
    (
        "Nearly every size is an assumption with a plausible range; 'bodem list parameters' shows them all.",
        "Vrijwel elke maat is een aanname met een plausibel bereik; 'bodem list parameters --lang "
        "nl' toont ze.",
    ),
    (
        "With many measures and groups some intervals leave out 0 by chance: about one in twenty.",
        "Bij veel maten en groepen sluiten sommige intervallen 0 door toeval uit: ongeveer één op de "
        "twintig.",
    ),
    (
        "No parameter belongs to an ethnic group; districts are illustrations, not measurements.",
        "Geen parameter hoort bij een etnische groep; stadsdelen zijn voorbeelden, geen metingen.",
    ),
)
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("A sweep of Vruchtbare Bodem", "Een serie runs van Vruchtbare Bodem"),
    "question": ("Question", "Vraag"),
    "made": ("How it was made", "Hoe het is gemaakt"),
    "settings": ("Settings", "Instellingen"),
    "answers": ("Answers", "Antwoorden"),
    "assumptions": ("Assumptions", "Aannames"),
    "limits": ("Limits", "Grenzen"),
    "trace": ("From figure to run", "Van figuur tot run"),
    "command": ("Command: {text}", "Opdracht: {text}"),
    "runs": (
        "{runs} runs of {planned} planned, {points} points, {seeds} seeds, begun {started}.",
        "{runs} runs van de {planned} geplande, {points} punten, {seeds} seeds, begonnen {started}.",
    ),
    "model": ("Model {code}; {versions}.", "Model {code}; {versions}."),
    "fixed": ("Set for all runs: {what}.", "Voor alle runs gezet: {what}."),
    "unfixed": (
        "Nothing is set for all runs: the settings of config.yaml as they are.",
        "Voor alle runs is niets gezet: de instellingen van config.yaml zoals ze zijn.",
    ),
    "range": ("{name}: {low} to {high}", "{name}: {low} tot {high}"),
    "as_is": ("as it is", "zoals het is"),
    "more": ("and {n} more, in points.parquet", "en nog {n}, in points.parquet"),
    "figure": ("Figure {n}", "Figuur {n}"),
    "table": ("Table {n}", "Tabel {n}"),
    "from_table": ("drawn from table {n}", "getekend uit tabel {n}"),
    "again": ("Had again with: {text}", "Opnieuw te krijgen met: {text}"),
    "example": ("One of the runs behind each line:", "Een van de runs achter elke regel:"),
    "means": ("{measure}: by group", "{measure}: per groep"),
    "differences": (
        "{measure}: what differs in the same worlds",
        "{measure}: wat verschilt in dezelfde werelden",
    ),
    "weeks": ("{measure}: week by week", "{measure}: week voor week"),
    "sensitivity": ("{measure}: what it hangs on", "{measure}: waar het van afhangt"),
    "steady": ("{measure}: are there enough seeds?", "{measure}: zijn er genoeg seeds?"),
    "robust": ("{measure}: over all assumptions", "{measure}: over alle aannames"),
    "unit": ("{unit}; {period}", "{unit}; {period}"),
    "mean_axis": ("mean, with its 95 % interval", "gemiddelde, met zijn 95 %-interval"),
    "difference_axis": ("difference, with its 95 % interval", "verschil, met zijn 95 %-interval"),
    "one_factor_axis": (
        "difference from the settings as they are, with its 95 % interval",
        "verschil met de instellingen zoals ze zijn, met zijn 95 %-interval",
    ),
    "morris_axis": (
        "mean absolute effect (mu*), with its 95 % confidence",
        "gemiddeld absoluut effect (mu*), met 95 %-betrouwbaarheid",
    ),
    "sobol_axis": (
        "total share of the variance, with its 95 % confidence",
        "totaal aandeel in de variantie, met 95 %-betrouwbaarheid",
    ),
    "worlds": (
        "n is the number of worlds; the interval of the mean is about chance (seeds) alone.",
        "n is het aantal werelden; het interval van het gemiddelde gaat alleen over toeval (seeds).",
    ),
    "states": (
        "n is the number of parameter worlds, each the mean over its seeds: the interval is about "
        "assumption. "
        "{left} other factors vary underneath.",
        "n is het aantal parameterwerelden, elk het gemiddelde over zijn seeds: het interval gaat "
        "over aannames. "
        "Er onder variëren {left} andere factoren.",
    ),
    "paired": (
        "Each world is compared with itself, so that a difference is the setting's. Higher: share of "
        "worlds in "
        "which it is higher.",
        "Elke wereld is met zichzelf vergeleken, zodat een verschil van de instelling komt. Hoger: "
        "aandeel van "
        "de werelden waarin het hoger is.",
    ),
    "averaged": (
        "{runs} runs, {seeds} seeds per point, averaged first. The {shown} largest of {all} are shown.",
        "{runs} runs, {seeds} seeds per punt, eerst gemiddeld. De {shown} grootste van {all} staan er.",
    ),
    "steady_enough": (
        "With {seeds} seeds, {share} of the variance between points is chance; the last seed moved "
        "that by {moved}. "
        "Steady enough: below 0.1 and moving less than 0.01.",
        "Met {seeds} seeds is {share} van de variantie tussen punten toeval; de laatste seed "
        "verschoof dat {moved}. "
        "Stabiel genoeg: onder 0,1 en minder dan 0,01 verschuivend.",
    ),
    "steady_yes": ("Enough.", "Genoeg."),
    "steady_no": ("Not enough: take more seeds.", "Niet genoeg: neem meer seeds."),
    "robust_note": (
        "Regret: how far it stays behind the best one under the same assumptions. Best in, satisfied "
        "in: shares "
        "of {n} parameter worlds; satisfied is at least {enough}.",
        "Spijt: hoe ver het achterblijft bij de beste onder dezelfde aannames. Beste in, tevreden "
        "in: aandelen "
        "van {n} parameterwerelden; tevreden is minstens {enough}.",
    ),
    "high_low": (
        "Highest: {high}, {high_n}. Lowest: {low}, {low_n}.",
        "Hoogst: {high}, {high_n}. Laagst: {low}, {low_n}.",
    ),
    "one_group": ("{high}: {high_n}.", "{high}: {high_n}."),
    "top": ("It hangs most on {names}.", "Het hangt het meest af van {names}."),
    "all_runs": ("all runs", "alle runs"),
    "against": ("{level} against {base}", "{level} tegenover {base}"),
    "pictures": ("Pictures: {group}", "Beelden: {group}"),
    "parameters": (
        "{all} parameters have a plausible range; {guessed} of them are our own assumption (class "
        "A). {varied} "
        "vary in this sweep, {set} are set by hand, the others stand at their default.",
        "{all} parameters hebben een plausibel bereik; {guessed} daarvan zijn onze eigen aanname (klasse A). "
        "{varied} variëren in deze runs, {set} zijn met de hand gezet, de andere staan op hun standaard.",
    ),
    "rules": (
        "{on} of {all} rules are on in all runs; rival forms as in config.yaml, unless they are a factor.",
        "{on} van de {all} regels staan in alle runs aan; rivaliserende vormen als in config.yaml, "
        "tenzij ze een "
        "factor zijn.",
    ),
    "tracing": (
        "Each figure is drawn from the table below it. Under each table stands the query or the "
        "function that "
        "gives it again, and under that a run behind each of its lines, with the command that "
        "repeats it and the "
        "value it must give. All runs of a line are in 'runs' (bodem query), with every factor and seed.",
        "Elke figuur is getekend uit de tabel eronder. Onder elke tabel staat de query of functie "
        "die hem opnieuw "
        "geeft, en daaronder een run achter elke regel, met de opdracht die hem herhaalt en de "
        "waarde die eruit "
        "moet komen. Alle runs van een regel staan in 'runs' (bodem query), met elke factor en seed.",
    ),
    "sums": (
        "The files are named with their checksums in provenance.json; 'bodem status DIR --thorough' "
        "checks them.",
        "De bestanden staan met hun controlegetal in provenance.json; 'bodem status DIR --thorough' "
        "kijkt ze na.",
    ),
    "page": ("page {n} of {all}", "pagina {n} van {all}"),
}
COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "group": ("group", "groep"),
    "mean": ("mean", "gemiddelde"),
    "low": ("low", "laag"),
    "high": ("high", "hoog"),
    "worlds": ("n", "n"),
    "difference": ("difference", "verschil"),
    "share_higher": ("higher", "hoger"),
    "within": ("within", "binnen"),
    "what": ("what", "wat"),
    "factor": ("factor", "factor"),
    "value": ("value", "waarde"),
    "mu_star": ("mu*", "mu*"),
    "confidence": ("± 95 %", "± 95 %"),
    "first": ("first order", "eerste orde"),
    "first_confidence": ("± 95 %", "± 95 %"),
    "total": ("total", "totaal"),
    "total_confidence": ("± 95 %", "± 95 %"),
    "seeds": ("seeds", "seeds"),
    "variance_of_mean": ("variance of the mean", "variantie van het gemiddelde"),
    "variance_between_points": ("variance between points", "variantie tussen punten"),
    "share_chance": ("share that is chance", "aandeel dat toeval is"),
    "regret_mean": ("mean regret", "gemiddelde spijt"),
    "regret_90": ("regret, 90 %", "spijt, 90 %"),
    "regret_worst": ("worst regret", "grootste spijt"),
    "best_in": ("best in", "beste in"),
    "satisfied_in": ("satisfied in", "tevreden in"),
    "run_id": ("run", "run"),
    "command": ("command", "opdracht"),
}


said = sayer(TEXTS)


def column(name: str, lang: str) -> str:
    """What stands above a column; names of factors stay as they are."""
    return in_language(COLUMNS[name], lang) if name in COLUMNS else name


def limits(lang: str) -> list[str]:
    """What a reader must know before telling an answer to others."""
    return [in_language(one, lang) for one in LIMITS]
