"""What everyone carries: the records of parents, actors, organisations, pairs and collaborations (§2)."""

from __future__ import annotations

from typing import Final

from sim.fields import amount, code, count, dtype_of, layout, move, share
from sim.surroundings import COMMUNITY, DISTRICT, NEIGHBOURHOOD

ISSUES: Final = (
    "who_runs",  # 0 the institution .. 1 the community
    "who_changes",  # 0 parents and volunteers .. 1 professionals too
    "bridge_task",  # 0 volunteers .. 1 institutions
    "distance",  # 0 in heads .. 1 real
    "professional_role",  # 0 expert with a programme .. 1 equal, outreaching
    "volunteer_role",  # 0 referrer, as a condition .. 1 own worth
    "compensation",  # 0 unpaid by nature .. 1 paid
    "expertise",  # 0 keep separate .. 1 mingle
    "focus",  # 0 individual .. 1 collective
)
N_ISSUES: Final = len(ISSUES)
DISTANCE: Final = 3
PROFESSIONAL_ROLE: Final = 4
VOLUNTEER_ROLE: Final = 5
COMPENSATION: Final = 6
EXPERTISE: Final = 7

PREVENTIVE, YOUTH_CARE, SCHOOL = 0, 1, 2
EMANCIPATION, CARE = 0, 1
ADVISER, CASE_WORKER, MANAGER = 0, 1, 2
REFERRAL, OPEN_INTEREST, BUILDING, AD_HOC, CALL_FOR_HELP, OFFER_OF_REACH, WISH, INVITATION = range(8)
INTENTS: Final = (
    "referral",
    "open_interest",
    "building",
    "ad_hoc",
    "call_for_help",
    "offer_of_reach",
    "wish_for_recognition",
    "invitation",
)
PAPER, PHONE, VISIT = 0, 1, 2
NO_MODEL, ACCESSIBILITY, ON_LOCATION = 0, 1, 2
TOPICS: Final = ("authority_and_puberty", "discrimination", "upbringing", "reconciling_values", "school")
BY_DISTRICT, FROM_OUTSIDE = 1, 2
NOWHERE, IN_PREVENTION, IN_YOUTH_CARE, AT_WORKER = 0, 1, 2, 3

# Every actor, of either side.
_ACTOR = [
    share("position", "Held position on each contested issue (see ISSUES).", (N_ISSUES,)),
    share("expressed", "Position on each issue as it is spoken.", (N_ISSUES,)),
    share("argument", "Narrative argued from per issue: 0 accessibility .. 1 civil society.", (N_ISSUES,)),
    share("pressing", "Urgency: the problem is pressing."),
    share("helps", "Urgency: collaboration would help."),
    share("mine", "Urgency: it is my task."),
    share("pressing_rest", "Where pressing rests for this person."),
    share("helps_rest", "Where helps rests for this person."),
    share("mine_rest", "Where mine rests for this person."),
    share("pioneer", "Disposition to stretch rules and invest own time."),
    share("courage", "Courage to step outside the usual way of working."),
    share("backing_felt", "Backing as it has been felt, with a lag."),
    share("trust_district", "Trust in the district."),
    share("doubt", "Doubt about the honesty of what is officially said."),
    share("joint", "Share of this week spent on joint vision work."),
    share("engaged", "How far one is out on a limb: work done together, smoothed."),
    share("goodwill_now", "Goodwill seen in the other side at present."),
    share("urgency_now", "Urgency at present."),
    share("drive_now", "How strongly a start is driven at present."),
    amount("experience_sum", "Sum of pair trust over known partners.", 1e6),
    amount("experience_count", "Number of known partners.", 1e6),
    amount("gap_sum", "Sum of what is left of the gap in vision over known partners.", 1e6),
    share("gap_seen", "Mean gap in vision with those one knows."),
    *move("pressing"),
    *move("helps"),
    *move("mine"),
    *move("courage"),
    *move("trust_district"),
    count("generation", "How many people have held this place before."),
    code("alive", "Whether someone holds this place."),
    code("comes", "Comes to this week's network meeting."),
    code("side_group", "Domain of a professional, orientation of an informal worker.", 2),
    count("group", "Row of an actor of the same group, at the last count of ties.", -1),
    count("ties", "Ties at the last count: people of the other side known by face."),
    count("weeks_in_post", "Weeks in this place."),
]

PROFESSIONAL = layout(
    _ACTOR,
    share("image_uninterested", "Belief that informal workers are not interested."),
    share("image_rival", "Belief that they want to do it alone."),
    share("image_doubt", "Doubt about the quality of what they do."),
    amount("hours_planned", "Hours a week planned for collaboration.", 40.0),
    amount("hours", "Hours left this week.", 48.0),
    amount("horizon", "Weeks within which results are wanted.", 520.0),
    amount("attributed", "Referrals thought to have come through informal workers, fading.", 1e4),
    share("posture", "Distant expert (0) to equal (1)."),
    *move("posture"),
    share("skill", "Intercultural skill."),
    share("narrowness", "Specialist narrowness."),
    share("truncation", "How far only the demand side of the distance is seen."),
    share("fear_domain", "Fear of losing domain (managers)."),
    share("goal_rank", "How far the shared goal ranks above the organisation's (managers)."),
    count("institution", "Index of the formal organisation."),
    count("background", "Community shared by birth, or -1.", -1),
    count("knows_from", "First of the informal workers of the neighbourhood."),
    count("knows_to", "Past the last of them."),
    code("leaves", "Leaves this week, for a reason from outside."),
    code("role", "Adviser, case worker or manager.", 2),
)

WORKER = layout(
    _ACTOR,
    share("image_uninterested", "Belief that professionals are not interested."),
    share("image_institution", "Belief that they serve the institution."),
    share("image_takes", "Belief that they take ideas."),
    share("image_uses", "Belief that they use volunteers."),
    share("image_posture", "Belief that their posture is wrong."),
    share("standing", "Standing in the community: the worker's capital."),
    *move("standing"),
    share("energy", "Energy."),
    *move("energy"),
    share("disappointment", "Disappointment."),
    *move("disappointment"),
    share("recognition_felt", "Recognition felt."),
    share("ambition", "Ambition to professionalise."),
    share("mediator", "Share of the role mix that is mediation in formal care."),
    amount("hours_week", "Volunteer hours a week.", 80.0),
    amount("hours", "Hours left this week.", 80.0),
    amount("spent", "Hours spent this week.", 200.0),
    amount("asked", "Hours asked this week.", 1e4),
    amount("demand", "Hours of prior work that families would need.", 1e4),
    share("served", "Chance that a family's prior work fits in the hours (the lottery)."),
    share("partner_recognition", "Recognition by partners, smoothed."),
    share("others", "Share of the hours that went to others, smoothed."),
    share("overload", "Share of what was asked that did not fit, smoothed."),
    count("self_organisation", "Index of the self-organisation."),
    count("community", "Index of the community."),
    count("best_preventive", "Best known preventive pair, or -1.", -1),
    count("best_youth_care", "Best known youth-care pair, or -1.", -1),
    count("best_school", "Best known pair with a school, or -1.", -1),
    share("advises", "Appetite to advise families oneself."),
    count("absent", "Weeks before someone takes this place."),
    count("knows_from", "First of the professionals of the neighbourhood."),
    count("knows_to", "Past the last of them."),
    count("pairs_from", "The pair with professional j is in row pairs_from + j."),
    code("leaves", "Leaves this week, for a reason from outside."),
    code("own_course", "Runs an own course."),
    count("callers", "Professionals who have this worker on their list and call directly."),
    share("burned", "How fresh a breach of confidence still is."),
    share("paid", "Share of the work as a bridge that is paid for."),
)

INSTITUTION = layout(
    share("rigidity", "Rigidity: hours, protocols, language."),
    share("turnover", "Share of the staff that leaves in a year."),
    share("fit", "Fit of the offer: language, hours, posture."),
    share("backing", "Internal support for collaboration."),
    share("carriers", "Share of the professionals who carry it."),
    amount("capacity", "Families that can be taken in a week.", 1e6),
    amount("places", "Places left this week.", 1e6),
    amount("stuck", "Stuck cases now.", 1e6),
    amount("cases", "Families in help now.", 1e6),
    share("goodwill", "Mean goodwill of its professionals towards informal workers."),
    share("ties", "How well its people know those of other institutions."),
    share("met_others", "Share of its people who met those of others this week."),
    share("gone", "Share of its people who left since last week."),
    amount(
        "feedback", "Families that came no further this week, each by how far the offer was from them.", 1e6
    ),
    count("first", "Index of its first professional."),
    count("staff", "Number of professionals."),
    count("advisers", "Of these, advisers."),
    count("case_workers", "Of these, case workers."),
    amount("hours", "Hours a week planned for collaboration, per professional.", 40.0),
    amount("horizon", "Weeks within which results are wanted.", 520.0),
    count("neighbourhood", "Index of the neighbourhood."),
    code("domain", "Preventive, youth care or school.", 2),
    share("adapted", "How far the offer has been adapted beyond its own fit."),
    share("rigidity_rest", "Rigidity as it was at the start."),
    share("task_scope", "How broad the tasks are: own programme (0) to shared goals (1)."),
    count("partners", "Collaborations of its professionals."),
)

SELF_ORGANISATION = layout(
    amount("reach", "Families per gathering.", 1e6),
    share("safety", "Safety of the space."),
    share("key_figure", "Dependence on a key figure."),
    share("bridging", "Bridging social capital."),
    share("linking", "Linking social capital."),
    share("bonding", "Bonding social capital."),
    share("irritation", "Irritation about unpaid small costs."),
    *move("irritation"),
    amount("grant_weeks", "Weeks of the temporary grant left.", 520.0),
    share("grant", "Activity money in force."),
    share("structural", "Money that does not end."),
    amount("executing", "Executing volunteers.", 1e4),
    amount("in_training", "Volunteers in training as intermediaries.", 1e4),
    amount("intermediaries", "Volunteers trained as intermediaries.", 1e4),
    share("active", "How far the trained intermediaries are active."),
    share("narrowing", "Steps to help outside that members leave, for tight bonds."),
    share("closing", "Newcomers not let in, for tight bonds."),
    amount("members", "Families that attend.", 1e6),
    amount("consult_places", "Places for consultation on location this week.", 1e6),
    share("consult_posture", "Posture of the professional on location."),
    share("consult_labour", "Worker's labour put into this week's session."),
    amount("sessions", "Sessions on location this week, a short one for the part of it that was held.", 1e6),
    count("first", "Index of its first worker."),
    count("staff", "Number of workers."),
    count("community", "Index of the community."),
    count("weeks_between", "Weeks between gatherings.", 1),
    count("on_location", "Collaborations on location here."),
    count("host_pair", "Pair that works on location here, or -1.", -1),
    share("goodwill", "Mean goodwill of its workers towards professionals."),
    code("orientation", "Emancipation or care."),
    code("own_place", "Has its own meeting place."),
    code("housing", "Housing is funded."),
    code("worth", "Sees worth in parenting services."),
    code("course", "Runs an own course."),
    code("mediates", "Mediates in formal care."),
    share("funder", "Activity money from a funder outside the municipality."),
    share("payer", "Share of its work as a bridge that a new payer pays."),
    share("safety_rest", "Safety of the space as it was at the start."),
    *move("safety"),
    count("partners", "Collaborations of its workers."),
    amount("lot", "Its lot in the present round of grants; the lowest come first."),
    amount("home_lot", "Its lot for housing."),
    count("place_in_round", "How many come before it in this round."),
    count("place_for_home", "How many come before it for housing."),
    code("place_rest", "Had its own meeting place at the start."),
    code("housing_rest", "Housing was funded at the start."),
    code("gathers", "Whether it gathers this week."),
)

PAIR = layout(
    share("worker_knows_existence", "Worker knows that the professional's service exists."),
    share("worker_knows_offer", "Worker knows what it does and how."),
    share("worker_knows_face", "Worker has a face with a phone number."),
    share("professional_knows_existence", "The other way."),
    share("professional_knows_offer", "The other way."),
    share("professional_knows_face", "The other way."),
    share("trust_worker", "Worker's trust in the professional."),
    *move("trust_worker"),
    share("trust_professional", "Professional's trust in the worker."),
    *move("trust_professional"),
    share("interest_worker", "Interest the worker sees in the professional."),
    *move("interest_worker"),
    share("interest_professional", "Interest the professional sees in the worker."),
    *move("interest_professional"),
    share("explicit", "How much of the difference has been spoken out."),
    *move("explicit"),
    share("story", "Shared story built so far."),
    *move("story"),
    share("owed_worker", "What the worker feels is owed."),
    share("owed_professional", "The other way."),
    amount("credit", "Weeks left in which open interest must be followed up.", 520.0),
    amount("attributed", "Referrals attributed to this worker, fading.", 1e4),
    amount("mediated", "Cases that this worker helped on, as far as they may be told, fading.", 1e4),
    share("coldness", "Cold answers this professional remembers."),
    share("waiting", "How far the professional waits for what an invitation will bring."),
    share("gap", "Difference of held positions."),
    share("knowing", "Condition: knowing each other."),
    share("urgency", "Condition: shared urgency."),
    count("worker", "Index of the worker."),
    count("professional", "Index of the professional."),
    count("sent", "Approaches sent."),
    count("recognised", "Approaches recognised."),
    count("weeks_apart", "Weeks since they met."),
    count("contacts", "Times they met."),
    code("service", "A service relation: available, without design."),
    code("caller", "The professional has the worker on the list and calls directly."),
    amount("served", "What the worker gave in a service relation, fading.", 1e4),
    share("met", "Weight of this week's meeting and working."),
    code("moved", "Whether any term moved a stock of this pair this week."),
    amount("guide", "Hours a week of a guide from outside for this pair.", 40.0),
    amount("guide_due", "Of these, hours not yet given.", 1e4),
    code("traced", "Whether every term on this pair is logged."),
)

COLLABORATION = layout(
    share("design", "Quality of the joint design."),
    share("ownership", "Ownership by the partners."),
    share("guidance", "Guidance at present."),
    share("loyalty", "Loyalty."),
    share("anchoring", "Anchored in rules and money."),
    share("strain", "Strain."),
    share("misunderstood", "Misunderstandings that stand open."),
    amount("practice", "Weeks practised.", 1e4),
    amount("transfers", "Families passed on, fading.", 1e4),
    amount("given", "What the worker gave, fading.", 1e4),
    amount("returned", "What came back, fading.", 1e4),
    amount("guide_hours", "Hours of guidance received.", 1e6),
    count("age", "Weeks since the start."),
    count("idle", "Weeks without joint hours."),
    count("started", "Week of the start."),
    count("generation", "How many went before in this pair."),
    code("alive", "Whether it exists."),
    code("model", "Accessibility or on location.", 2),
    code("mandated", "Whether it was ordered."),
    code("designed", "Whether the design is done."),
    code("guided", "Whether it had a guide, and whose: the district's or one from outside.", 2),
    code("anchored", "Whether it is anchored."),
    share("enthusiasm", "Energy of working together: enthusiasm that frustration and doubt have left."),
    share("learned", "What partners have learned about working together."),
    share("judged", "Success as it is judged at present."),
    code("dropped", "Whether the municipality's attention has gone on to something else."),
)

PARENT = layout(
    count("helper", "Index of the professional helping, or -1.", -1),
    count("neighbourhood", "Index of the neighbourhood."),
    count("weeks_in_help", "Weeks in help."),
    count("prior", "Weeks of prior work received."),
    count("generation", "How many families have held this place before."),
    count("worker", "Index of the informal worker known, or -1.", -1),
    share("threshold_head", "Threshold in the head."),
    share("threshold_real", "Real distance of the offer."),
    share("knowledge", "Knowledge of services."),
    share("trust_worker", "Trust in the informal worker."),
    share("trust_youth_care", "Trust in youth care."),
    share("trust_school", "Trust in school."),
    share("trust_district", "Trust in the district."),
    share("school_distance", "Distance from school."),
    share("attachment", "Attachment to the helper."),
    share("education", "Education."),
    share("severity", "How fast this question grows if nothing is done."),
    share("worries", "Money worries."),
    share("isolation", "Isolation."),
    share("empowerment", "Empowerment."),
    amount("child_age", "Age of the child in years.", 30.0),
    share("ours", "How far the centre feels like a place of one's own."),
    share("put_off", "How far the way it was met keeps this family away."),
    share("shame", "Shame."),
    share("words", "How far it is in words."),
    share("trust_preventive", "Trust in preventive services."),
    share("course", "How much of a course on location was followed."),
    share("need", "Size of the question, from nothing to crisis."),
    *move("need"),
    count("community", "Index of the community."),
    count("self_organisation", "Index of the self-organisation attended, or -1.", -1),
    count("last_need", "Week after the last one in which there was a need, 0 for never."),
    count("last_help", "Week after the last one in which help began, late crises apart; 0 for never."),
    code("help", "Where help is had: nowhere, prevention, youth care, with the worker.", 3),
    code("topic", "Topic of the question (see TOPICS).", 4),
    code("crisis", "In crisis."),
    code("alive", "Whether the family is there."),
    code("kept", "Kept by the worker after a service ended."),
)

# What passes over pairs read in a week, together in memory. A row is made of whole lines of the cache: the
# first holds who they are, whether they met and what they know of each other, the second the rest of what
# makes their soil, the third what fades, the fourth what else is measured.
READ_OFTEN: Final = (
    "weeks_apart", "contacts", "sent", "service", "moved", "caller", "traced", "worker", "professional",
    "met", "worker_knows_offer", "worker_knows_face", "professional_knows_offer", "professional_knows_face",
    "trust_worker", "trust_professional", "interest_worker", "interest_professional",
    "story", "gap", "knowing", "urgency",
    "coldness", "attributed", "mediated", "served", "waiting", "owed_worker", "owed_professional", "credit",
    "worker_knows_existence", "professional_knows_existence", "explicit",
)  # fmt: skip

# What is looked at of every family each week, a question or not, stands in rows of its own, ``parents``; the
# other fields stand in ``homes``. A city has more families than fit in any cache.
LOOKED_AT: Final = (
    "need", "child_age", "course", "ours", "put_off", "shame", "trust_preventive",
    "last_need", "last_help", "self_organisation", "help", "crisis", "alive", "kept",
)  # fmt: skip
# What a week with a question reads first of the other fields.
ASKED_FOR: Final = (
    "worries", "isolation", "empowerment", "severity", "need_up", "need_down", "words", "knowledge",
    "trust_worker", "community", "worker", "prior", "neighbourhood", "attachment", "trust_youth_care",
)  # fmt: skip

LAYOUTS: Final = {
    "parent": PARENT,
    "worker": WORKER,
    "professional": PROFESSIONAL,
    "institution": INSTITUTION,
    "self_organisation": SELF_ORGANISATION,
    "pair": PAIR,
    "collaboration": COLLABORATION,
    "community": COMMUNITY,
    "district": DISTRICT,
    "neighbourhood": NEIGHBOURHOOD,
}
DTYPES: Final = {
    name: dtype_of(fields, first=READ_OFTEN if name == "pair" else (), whole_lines=name == "pair")
    for name, fields in LAYOUTS.items()
    if name != "parent"
} | {
    "parent": dtype_of(tuple(one for one in PARENT if one.name in LOOKED_AT), first=LOOKED_AT),
    "home": dtype_of(tuple(one for one in PARENT if one.name not in LOOKED_AT), first=ASKED_FOR),
}
