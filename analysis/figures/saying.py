"""What the figures of one strategy say, in English and Dutch; ``\\u00a0`` keeps words on one line."""

from __future__ import annotations

from typing import Final

from experiments.words import sayer

PHRASES: Final[dict[str, tuple[str, str]]] = {
    "chance_only": (
        "Intervals are chance (seeds) alone; what our assumptions leave uncertain is not in them.",
        "Intervallen zijn alleen toeval (seeds); wat onze aannames onzeker laten zit er niet in.",
    ),
    "ninety": (
        "In brackets: the middle 90\u00a0% of {n} worlds.",
        "Tussen haakjes: de middelste 90\u00a0% van {n} werelden.",
    ),
    "one_story": (
        "One world, seed {seed}: one of the possible stories, not an average.",
        "Eén wereld, seed {seed}: een van de mogelijke verhalen, geen gemiddelde.",
    ),
    # flows
    "flows": ("Ways of families to help", "Wegen van gezinnen naar hulp"),
    "by_family": ("Family itself", "Gezin zelf"),
    "by_school": ("School", "School"),
    "by_outreach": ("Professional who goes out", "Professional die naar buiten gaat"),
    "by_visit": ("Walks in after a group visit", "Loopt binnen na een groepsbezoek"),
    "by_location": ("Talk on location", "Gesprek op locatie"),
    "by_workers": ("Informal worker refers", "Informele werker verwijst"),
    "by_professionals": ("Professional refers", "Professional verwijst"),
    "by_prevention": ("Prevention passes on", "Preventie geeft door"),
    "short_family": ("by itself", "uit zichzelf"),
    "short_school": ("from school", "via school"),
    "short_outreach": ("met outside", "buiten ontmoet"),
    "short_visit": ("after a group visit", "na groepsbezoek"),
    "short_location": ("from location", "van locatie"),
    "short_workers": ("from informal workers", "via informele werkers"),
    "short_professionals": ("from professionals", "via professionals"),
    "short_prevention": ("from prevention", "via preventie"),
    "to_prevention": ("Prevention", "Preventie"),
    "to_youth_care": ("Youth care", "Jeugdzorg"),
    "to_workers": ("Informal worker", "Informele werker"),
    "to_not": ("Did not go", "Ging niet"),
    "to_talked": ("Talked on location only", "Alleen gesprek op locatie"),
    "low_prevention": ("to prevention", "naar preventie"),
    "low_youth_care": ("to youth care", "naar jeugdzorg"),
    "credited": ("credited: {n}", "toegeschreven: {n}"),
    "flows_worlds": (
        "Times that families were pointed somewhere (left) and went (right), in {years} years: the mean over "
        "{n} worlds, in brackets its 95\u00a0% interval.",
        "Keren dat gezinnen ergens heen werden gewezen (links) en gingen (rechts), in {years} jaar: het "
        "gemiddelde over {n} werelden, tussen haakjes het 95\u00a0%\u2011interval.",
    ),
    "flows_one": (
        "Times that families were pointed somewhere (left) and went (right), in {years} years, in one world.",
        "Keren dat gezinnen ergens heen werden gewezen (links) en gingen (rechts), in {years} jaar, in één "
        "wereld.",
    ),
    "flows_note": (
        "Credited: referrals that the professional saw as coming from the worker. A talk on location "
        "is itself "
        "a form of help. A family may count more than once.",
        "Toegeschreven: verwijzingen waarvan de professional zag dat ze van de werker kwamen. Een gesprek op "
        "locatie is zelf al een vorm van hulp. Een gezin kan meer dan eens tellen.",
    ),
    "flows_unused": ("In no world: {which}.", "In geen enkele wereld: {which}."),
    # network
    "network": ("Who knows whom, and who works together", "Wie wie kent, en wie samenwerkt"),
    "start": ("At the start", "Aan het begin"),
    "after": ("After {years} years", "Na {years} jaar"),
    "after_one": ("After 1 year", "Na 1 jaar"),
    "after_weeks": ("After {weeks} weeks", "Na {weeks} weken"),
    "know_face": ("know each other's face", "kennen elkaars gezicht"),
    "designing": ("in design", "in ontwerp"),
    "referring": ("work together by referring", "werken samen door verwijzen"),
    "on_location": ("on location", "op locatie"),
    "faces": ("{n} know a face{spread}", "{n} kennen een gezicht{spread}"),
    "together": ("{n} work together{spread}", "{n} werken samen{spread}"),
    "network_note": (
        "Left the professionals of each institution, right the informal workers of each self-organisation, "
        "always in the same place. A thick line is a collaboration that is anchored in rules and money.",
        "Links de professionals van elke instelling, rechts de informele werkers van elke zelforganisatie, "
        "steeds op dezelfde plek. Een dikke lijn is een samenwerking die in regels en geld is vastgelegd.",
    ),
    "most_shown": (
        "Only the {n} largest institutions and self-organisations are drawn.",
        "Alleen de {n} grootste instellingen en zelforganisaties zijn getekend.",
    ),
    # trust matrix
    "matrix": ("Who trusts whom", "Wie wie vertrouwt"),
    "workers_trust": (
        "Informal workers' trust in professionals",
        "Vertrouwen van informele werkers in professionals",
    ),
    "professionals_trust": (
        "Professionals' trust in informal workers",
        "Vertrouwen van professionals in informele werkers",
    ),
    "mean_worlds": ("{n} worlds, at the end", "{n} werelden, aan het eind"),
    "one_world_end": (
        "world {seed}, at the end, person by person",
        "wereld {seed}, aan het eind, per persoon",
    ),
    "trust_scale": ("trust", "vertrouwen"),
    "matrix_worlds": (
        "Above: the mean over all pairs and {n} worlds at the end, ± half its 95\u00a0% interval; in smaller "
        "type the change since the start. Below: every pair of one world (seed {seed}), at the end.",
        "Boven: het gemiddelde over alle duo's en {n} werelden aan het eind, ± het halve "
        "95\u00a0%\u2011interval; "
        "kleiner de verandering sinds het begin. Onder: elk duo van één wereld (seed {seed}), aan het eind.",
    ),
    "matrix_one": (
        "Above: the mean over all pairs of one world (seed {seed}) at the end; in smaller type the "
        "change since "
        "the start. Below: every pair.",
        "Boven: het gemiddelde over alle duo's van één wereld (seed {seed}) aan het eind; kleiner de "
        "verandering "
        "sinds het begin. Onder: elk duo.",
    ),
    "lacking": ("Hatched: cannot know of each other.", "Gearceerd: kunnen elkaar niet kennen."),
    # soil
    "soil": ("Fertile soil: the four conditions", "Vruchtbare bodem: de vier voorwaarden"),
    "soil_knowing": ("1 Knowing each other", "1 Elkaar kennen"),
    "soil_trust": ("2 Trust", "2 Vertrouwen"),
    "soil_urgency": ("3 Urgency", "3 Urgentie"),
    "soil_vision": ("4 Shared vision", "4 Gedeelde visie"),
    "soil_conjunction": ("The four together", "De vier samen"),
    "soil_scarce": ("Which one is scarcest", "Welke het schaarst is"),
    "share_worlds": ("share of worlds", "aandeel van de werelden"),
    "median": ("median over worlds", "mediaan over werelden"),
    "soil_note": (
        "Above each panel: the mean of the last year with its 95\u00a0% interval. The four together: "
        "per pair "
        "the weakest of the four, averaged over pairs. Scarcest: the lowest of the four averages.",
        "Boven elk vak: het gemiddelde van het laatste jaar met het 95\u00a0%\u2011interval. De vier samen: "
        "per duo de zwakste van de vier, gemiddeld over duo's. Schaarst: het laagste van de vier "
        "gemiddelden.",
    ),
    # lives
    "lives": ("Every collaboration, from start to end", "Elke samenwerking, van begin tot eind"),
    "life_design": ("being designed", "in ontwerp"),
    "life_practice": ("agreed how to work", "eens over de werkwijze"),
    "life_anchored": ("anchored in rules and money", "vastgelegd in regels en geld"),
    "life_misunderstanding": ("misunderstanding", "misverstand"),
    "ended_by_strain": ("too much went wrong", "te veel ging mis"),
    "ended_with_guide": ("the guide left", "de begeleider vertrok"),
    "ended_by_withdrawal": ("too few families", "te weinig gezinnen"),
    "ended_by_departure": ("one of them left", "een van hen vertrok"),
    "ended_by_drift": ("drifted away, nobody's", "dreef weg, van niemand"),
    "ended_by_municipality": ("stopped by the municipality", "gestopt door de gemeente"),
    "lives_counts": (
        "{started} started, {designed} agreed how to work, {anchored} were anchored, {ended} ended.",
        "{started} begonnen, {designed} werden het eens over de werkwijze, {anchored} zijn vastgelegd, "
        "{ended} eindigden.",
    ),
    "lives_worlds": (
        "In brackets: the middle 90\u00a0% of {n} worlds; the lines are those of one world, seed {seed}.",
        "Tussen haakjes: de middelste 90\u00a0% van {n} werelden; de lijnen zijn van één wereld, "
        "seed {seed}.",
    ),
    "lives_most": (
        "The {shown} that lasted longest of {all} are drawn.",
        "De {shown} die het langst duurden van {all} zijn getekend.",
    ),
    "lives_none": ("No collaboration in this world.", "Geen samenwerking in deze wereld."),
    # timeline
    "timeline": ("The story of {about}", "Het verhaal van {about}"),
    "year": ("year {n}", "jaar {n}"),
    "and": ("and", "en"),
    "trust_of": ("trust of {who}", "vertrouwen van {who}"),
    "timeline_most": (
        "{shown} of {all} events: those of the rarest kinds. All of them: bodem story.",
        "{shown} van {all} gebeurtenissen: die van de zeldzaamste soorten. Allemaal: bodem story.",
    ),
    "timeline_rules": (
        "In grey the section of the report that the rule behind it comes from.",
        "In grijs de paragraaf van het rapport waar de regel erachter vandaan komt.",
    ),
    "timeline_none": (
        "Nothing happened that people would tell.",
        "Er gebeurde niets dat mensen zouden vertellen.",
    ),
}


phrase = sayer(PHRASES)
