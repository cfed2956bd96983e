"""What the causes of events mean, in words: English and Dutch, with a clause for each size."""

from __future__ import annotations

from typing import Final

from sim.wording import FAR, Clause, Words, coded, counted, sized

WORDS: Final[dict[str, Words]] = {
    "intent": coded(
        "what the approach was after",
        "waar de toenadering op uit was",
        ("it was to ask for families", "het ging om het sturen van gezinnen"),
        ("it came from interest in the other's work", "het kwam uit belangstelling voor het werk"),
        ("it was to build something together", "het ging om samen iets opbouwen"),
        ("it was a call about a case that was stuck", "het ging om een zaak die vastzat"),
        ("it was a call for help", "het was een vraag om hulp"),
        ("it was an offer to reach families", "het was een aanbod om gezinnen te bereiken"),
        ("it was a wish to be recognised", "het was een vraag om erkenning"),
        ("it was an invitation to build together", "het was een uitnodiging om samen te bouwen"),
    ),
    "gap": sized(
        "distance between the two views",
        "afstand tussen de twee visies",
        ("the two see it much alike", "de twee zien het ongeveer hetzelfde"),
        ("the two see it partly differently", "de twee zien het deels anders"),
        ("the two see it very differently", "de twee zien het heel anders"),
    ),
    "civil_reading": sized(
        "how far the receiver argues from the civil society",
        "hoe ver de ontvanger vanuit de civil society redeneert",
        (
            "the worker hardly argues from the community's own strength",
            "de werker redeneert weinig vanuit de eigen kracht van de gemeenschap",
        ),
        (
            "the worker argues partly from the community's own strength",
            "de werker redeneert deels vanuit de eigen kracht van de gemeenschap",
        ),
        (
            "the worker argues strongly from the community's own strength",
            "de werker redeneert sterk vanuit de eigen kracht van de gemeenschap",
        ),
    ),
    "accessible_reading": sized(
        "how far the sender argues from accessibility",
        "hoe ver de zender vanuit toegankelijkheid redeneert",
        (
            "the professional hardly argues from accessibility",
            "de professional redeneert weinig vanuit toegankelijkheid",
        ),
        (
            "the professional argues partly from accessibility",
            "de professional redeneert deels vanuit toegankelijkheid",
        ),
        (
            "the professional argues strongly from accessibility",
            "de professional redeneert sterk vanuit toegankelijkheid",
        ),
    ),
    "sting_left": sized(
        "how much an unspoken difference stings",
        "hoeveel een onuitgesproken verschil steekt",
        ("most of the difference had been spoken out", "het verschil was grotendeels uitgesproken"),
        ("part of the difference had been spoken out", "het verschil was deels uitgesproken"),
        ("the difference had hardly been spoken out", "het verschil was nauwelijks uitgesproken"),
    ),
    "lukewarm": sized(
        "how lukewarm the answer was",
        "hoe lauw het antwoord was",
        ("the answer was warm", "het antwoord was warm"),
        ("the answer was half-hearted", "het antwoord was halfslachtig"),
        ("the answer was lukewarm", "het antwoord was lauw"),
    ),
    "knowing": sized(
        "how well they know each other",
        "hoe goed zij elkaar kennen",
        ("they hardly know each other", "zij kennen elkaar nauwelijks"),
        ("they know each other a little", "zij kennen elkaar een beetje"),
        ("they know each other well", "zij kennen elkaar goed"),
    ),
    "trust": sized(
        "trust",
        "vertrouwen",
        ("there was little trust", "er was weinig vertrouwen"),
        ("there was some trust", "er was enig vertrouwen"),
        ("there was much trust", "er was veel vertrouwen"),
    ),
    "urgency": sized(
        "urgency to work together",
        "urgentie om samen te werken",
        ("working together did not seem pressing", "samenwerken leek niet dringend"),
        ("working together seemed rather pressing", "samenwerken leek tamelijk dringend"),
        ("working together seemed very pressing", "samenwerken leek heel dringend"),
    ),
    "vision": sized(
        "shared vision",
        "gedeelde visie",
        ("there was little shared vision", "er was weinig gedeelde visie"),
        ("there was some shared vision", "er was enige gedeelde visie"),
        ("there was much shared vision", "er was veel gedeelde visie"),
    ),
    "initiative": sized(
        "initiative that someone takes",
        "initiatief dat iemand neemt",
        ("hardly anybody took the initiative", "bijna niemand nam het initiatief"),
        ("somebody took some initiative", "iemand nam wat initiatief"),
        ("somebody took the initiative with energy", "iemand nam vol energie het initiatief"),
    ),
    "hours": counted(
        "hours that were free or that it took",
        "uren die vrij waren of die het kostte",
        ("no hours were left", "er waren geen uren over"),
        ("hours: {amount}", "uren: {amount}"),
    ),
    "ordered": coded(
        "whether the municipality ordered it",
        "of de gemeente het opdroeg",
        ("nobody ordered it", "niemand droeg het op"),
        ("the municipality ordered it", "de gemeente droeg het op"),
    ),
    "quality": sized(
        "how well the work was designed",
        "hoe goed het werk was ontworpen",
        ("hardly anything had been agreed", "er was bijna niets afgesproken"),
        ("part of the work had been agreed", "een deel van het werk was afgesproken"),
        ("the work had been well agreed", "het werk was goed afgesproken"),
    ),
    "ownership": sized(
        "ownership by the partners",
        "eigenaarschap van de partners",
        ("the plan was hardly the partners' own", "het plan was nauwelijks van de partners zelf"),
        ("the plan was partly the partners' own", "het plan was deels van de partners zelf"),
        ("the plan was the partners' own", "het plan was van de partners zelf"),
    ),
    "strain": sized(
        "strain between the partners",
        "spanning tussen de partners",
        ("there was little strain", "er was weinig spanning"),
        ("there was some strain", "er was enige spanning"),
        ("there was much strain", "er was veel spanning"),
    ),
    "loyalty": sized(
        "loyalty between the partners",
        "loyaliteit tussen de partners",
        ("there was little loyalty", "er was weinig loyaliteit"),
        ("there was some loyalty", "er was enige loyaliteit"),
        ("there was much loyalty", "er was veel loyaliteit"),
    ),
    "transfers": counted(
        "families that came through",
        "gezinnen die doorkwamen",
        ("no families came through", "er kwamen geen gezinnen door"),
        ("families that came through: {amount}", "gezinnen die doorkwamen: {amount}"),
    ),
    "impatience": sized(
        "how soon results are wanted",
        "hoe snel men resultaat wil",
        ("there was patience", "er was geduld"),
        ("results were wanted before long", "men wilde niet te lang op resultaat wachten"),
        ("results were wanted soon", "men wilde snel resultaat"),
    ),
    "need": sized(
        "how heavy the question is",
        "hoe zwaar de vraag is",
        ("the question was light", "de vraag was licht"),
        ("the question was fairly heavy", "de vraag was vrij zwaar"),
        ("the question was heavy", "de vraag was zwaar"),
    ),
    "words": sized(
        "how far the question is in words",
        "hoe ver de vraag onder woorden is",
        ("the family had hardly any words for it", "het gezin had er nauwelijks woorden voor"),
        ("the family had some words for it", "het gezin had er enige woorden voor"),
        ("the family could say it well", "het gezin kon het goed onder woorden brengen"),
    ),
    "head": sized(
        "threshold in the head",
        "drempel in het hoofd",
        ("the step felt small", "de stap voelde klein"),
        ("the step felt rather large", "de stap voelde vrij groot"),
        ("the step felt large", "de stap voelde groot"),
    ),
    "real": sized(
        "real distance of the offer: language, hours, posture, fit",
        "echte afstand van het aanbod: taal, uren, houding, passendheid",
        ("the offer was near", "het aanbod was dichtbij"),
        ("the offer was rather far away", "het aanbod was vrij ver weg"),
        ("the offer was far away", "het aanbod was ver weg"),
    ),
    "readiness": sized(
        "readiness by prior work",
        "bereidheid door voorwerk",
        ("little had been prepared", "er was weinig voorbereid"),
        ("part had been prepared", "er was deels voorbereid"),
        ("much had been prepared", "er was veel voorbereid"),
    ),
    "warm": sized(
        "how warm the hand-over was",
        "hoe warm de overdracht was",
        ("nobody went along", "niemand ging mee"),
        ("somebody helped a little", "iemand hielp een beetje"),
        ("somebody went along", "iemand ging mee"),
    ),
    "energy": sized(
        "energy of the worker",
        "energie van de werker",
        ("there was little energy left", "er was weinig energie over"),
        ("there was some energy left", "er was enige energie over"),
        ("there was energy enough", "er was genoeg energie"),
    ),
    "disappointment": sized(
        "disappointment",
        "teleurstelling",
        ("there was little disappointment", "er was weinig teleurstelling"),
        ("there was some disappointment", "er was enige teleurstelling"),
        ("there was much disappointment", "er was veel teleurstelling"),
    ),
    "overload": sized(
        "how much of what is asked does not fit",
        "hoeveel van wat gevraagd wordt niet past",
        ("what was asked mostly fitted", "wat gevraagd werd paste meestal"),
        ("part of what was asked did not fit", "een deel van wat gevraagd werd paste niet"),
        ("most of what was asked did not fit", "het meeste van wat gevraagd werd paste niet"),
    ),
    "grant": counted(
        "activity money",
        "activiteitengeld",
        ("there was no activity money", "er was geen activiteitengeld"),
        ("activity money: {amount} times the usual", "activiteitengeld: {amount} keer het gewone"),
    ),
    "success": sized(
        "chance that the case would succeed",
        "kans dat de zaak zou lukken",
        ("the chance was small", "de kans was klein"),
        ("the chance was fair", "de kans was redelijk"),
        ("the chance was good", "de kans was goed"),
    ),
    "shame": sized(
        "shame",
        "schaamte",
        ("there was little shame", "er was weinig schaamte"),
        ("there was some shame", "er was enige schaamte"),
        ("there was much shame", "er was veel schaamte"),
    ),
    "soil": sized(
        "soil: the scarcest of the four conditions",
        "bodem: de schaarste van de vier voorwaarden",
        ("the soil was poor", "de bodem was schraal"),
        ("the soil was fair", "de bodem was redelijk"),
        ("the soil was fertile", "de bodem was vruchtbaar"),
    ),
    "outcome": Words(
        "how help ended",
        "hoe hulp afliep",
        (
            Clause(0.0, "it ended badly", "het liep slecht af"),
            Clause(FAR, "it ended well", "het liep goed af"),
        ),
    ),
    "term": Words(
        "the change itself",
        "de verandering zelf",
        (
            Clause(0.0, "it moved by {amount}", "het bewoog met {amount}"),
            Clause(FAR, "it moved by +{amount}", "het bewoog met +{amount}"),
        ),
    ),
    "contact": coded(
        "the channel",
        "het kanaal",
        ("it came on paper", "het kwam op papier"),
        ("it came by phone", "het kwam per telefoon"),
        ("it came with a visit", "het kwam met een bezoek"),
    ),
    "posture": sized(
        "posture of the professional, from distant to equal",
        "houding van de professional, van afstandelijk naar gelijkwaardig",
        ("the professional kept distance", "de professional hield afstand"),
        ("the professional was fairly open", "de professional was vrij open"),
        ("the professional acted as an equal", "de professional was gelijkwaardig"),
    ),
    "means": sized(
        "how much the professional thinks in means and numbers",
        "hoe sterk de professional in middelen en aantallen denkt",
        ("numbers hardly counted", "aantallen telden nauwelijks"),
        ("numbers counted in part", "aantallen telden deels mee"),
        ("numbers counted most", "aantallen telden het meest"),
    ),
    "waiting": sized(
        "how far one waits for what the other brings",
        "hoe ver men afwacht wat de ander brengt",
        ("hardly anybody waited for the other", "men wachtte de ander nauwelijks af"),
        ("the other was partly waited for", "de ander werd deels afgewacht"),
        ("the other was waited for", "de ander werd afgewacht"),
    ),
    "memory": sized(
        "memory that goes along with who leaves",
        "geheugen dat meegaat met wie vertrekt",
        ("little of what was known is lost", "weinig van wat men wist gaat verloren"),
        ("part of what was known is lost", "een deel van wat men wist gaat verloren"),
        ("most of what was known is lost", "het meeste van wat men wist gaat verloren"),
    ),
    "relations": sized(
        "relations that go along with who leaves",
        "relaties die meegaan met wie vertrekt",
        ("few relations are lost", "weinig relaties gaan verloren"),
        ("part of the relations is lost", "een deel van de relaties gaat verloren"),
        ("most relations are lost", "de meeste relaties gaan verloren"),
    ),
    "roles_allowed": sized(
        "how much of the volunteers' roles is officially allowed",
        "hoeveel van de rollen van vrijwilligers officieel mag",
        ("officially volunteers may do little", "officieel mogen vrijwilligers weinig"),
        ("officially volunteers may do part of it", "officieel mogen vrijwilligers een deel"),
        ("officially volunteers may do most", "officieel mogen vrijwilligers het meeste"),
    ),
    "protocol": sized(
        "how clear it is what is done with a signal",
        "hoe duidelijk het is wat er met een signaal gebeurt",
        (
            "it was unclear what would be done with a signal",
            "het was onduidelijk wat er met een signaal gebeurt",
        ),
        (
            "it was partly clear what would be done with a signal",
            "het was deels duidelijk wat er met een signaal gebeurt",
        ),
        ("it was clear what would be done with a signal", "het was duidelijk wat er met een signaal gebeurt"),
    ),
    "belief": sized(
        "belief that professionals will act rightly",
        "geloof dat professionals goed zullen handelen",
        (
            "the worker hardly believed that it would go well",
            "de werker geloofde nauwelijks dat het goed zou gaan",
        ),
        ("the worker half believed that it would go well", "de werker geloofde half dat het goed zou gaan"),
        ("the worker believed that it would go well", "de werker geloofde dat het goed zou gaan"),
    ),
}

# Where an event means something else by a cause than events do elsewhere.
SPECIAL: Final[dict[tuple[str, str], Words]] = {
    **dict.fromkeys(
        (("approach_recognised", "hours"), ("approach_unseen", "hours")),
        counted(
            "hours that a visit asks",
            "uren die een bezoek vraagt",
            ("a visit asks no time", "een bezoek vraagt geen tijd"),
            ("a visit asks {amount} hours", "een bezoek vraagt {amount} uur"),
        ),
    ),
    ("approach_misread", "trust"): Words(
        "trust that it cost",
        "vertrouwen dat het kostte",
        (Clause(FAR, "it moved trust by {amount}", "het vertrouwen bewoog met {amount}"),),
    ),
    ("collaboration_started", "hours"): counted(
        "hours that both have free",
        "uren die beiden vrij hebben",
        ("no hours were free for it", "er waren geen uren voor vrij"),
        ("hours free for it: {amount}", "uren die ervoor vrij waren: {amount}"),
    ),
    ("asked_beyond_mandate", "disappointment"): Words(
        "disappointment that it added",
        "teleurstelling die erbij kwam",
        (Clause(FAR, "it added to disappointment: {amount}", "er kwam teleurstelling bij: {amount}"),),
    ),
    ("caller_listed", "success"): sized(
        "how near the success was",
        "hoe dichtbij het succes was",
        ("word of the success came from far", "het bericht van het succes kwam van ver"),
        ("word of the success came from another institution", "het bericht kwam van een andere instelling"),
        ("word of the success came from a colleague", "het bericht van het succes kwam van een collega"),
    ),
    ("attention_moved_on", "success"): sized(
        "how well it works",
        "hoe goed het werkt",
        ("it worked a little", "het werkte een beetje"),
        ("it worked fairly well", "het werkte redelijk"),
        ("it worked well", "het werkte goed"),
    ),
    ("interest_unfollowed", "term"): Words(
        "trust that it cost",
        "vertrouwen dat het kostte",
        (Clause(FAR, "it moved trust by {amount}", "het vertrouwen bewoog met {amount}"),),
    ),
}
# An order starts a collaboration whatever else there is; these are then not counted.
NOT_ASKED_IF_ORDERED: Final = ("initiative", "hours")
