"""Filling a world: organisations from the district, people from keyed draws, pairs from both."""

from __future__ import annotations

from sim.arrays import Record
from sim.before import begin_before
from sim.draws import ACTOR, ATTEND, FAMILY, PAIR, WORKER_ACTOR, between, stream_key, uniform2
from sim.events import SEED
from sim.happenings import start_as_told
from sim.households import household, make_parent
from sim.households import near as _near
from sim.kernel import compiled, entry_point
from sim.neighbourhoods import fill_neighbourhoods
from sim.resting import remember_starts
from sim.settings import DOMAINS, ORIENTATIONS, Settings
from sim.starts import ARGUMENTS, POSITIONS, UNPAID_CAMP
from sim.state import CARE, COMPENSATION, EMANCIPATION, MANAGER, N_ISSUES, YOUTH_CARE
from sim.world import World, copy_of, empty_world, fill_anew


def template(settings: Settings, log_capacity: int = 0) -> World:
    """The world of ``settings`` before anybody is in it: organisations and communities filled in."""
    world = empty_world(settings, 0, log_capacity)
    _fill_district(world, settings)
    _fill_institutions(world, settings)
    _fill_self_organisations(world, settings)
    fill_neighbourhoods(world, settings.district)
    remember_starts(world)
    return world


def populated(made: World, seed: int) -> World:
    """A copy of a template, with the people of world ``seed``."""
    world = copy_of(made)
    _people(world, seed)
    return world


def populated_anew(world: World, made: World, seed: int) -> None:
    """Another world in the place of one that is no longer wanted, both from one template."""
    fill_anew(world, made)
    _people(world, seed)


def _people(world: World, seed: int) -> None:
    world.clock[SEED] = seed
    populate(world)
    start_as_told(world)


def _fill_district(world: World, settings: Settings) -> None:
    district, row = settings.district, world.district[0]
    row.budget, row.equal_budget, row.attends = district.budget, int(settings.equal_budget), district.attends
    row.message_felt = district.message_history
    row.first_week = settings.first_week
    total = sum(community.share for community in district.communities) or 1.0
    for row, community in zip(world.communities, district.communities, strict=True):
        row.share = community.share / total
        row.families = row.share * (district.families or district.parents)


def _fill_institutions(world: World, settings: Settings) -> None:
    first = 0
    for row, institution in zip(world.institutions, settings.district.institutions, strict=True):
        row.domain, row.first, row.staff = DOMAINS.index(institution.domain), first, institution.professionals
        row.advisers, row.case_workers = institution.advisers, institution.case_workers
        for name in ("rigidity", "turnover", "fit", "backing", "capacity", "hours", "horizon"):
            row[name] = getattr(institution, name)
        row.ties = world.p[0].start_formal_ties
        first += institution.professionals


def _fill_self_organisations(world: World, settings: Settings) -> None:
    names = [community.name for community in settings.district.communities]
    first = 0
    for row, made in zip(world.self_organisations, settings.district.self_organisations, strict=True):
        row.orientation, row.community = ORIENTATIONS.index(made.orientation), names.index(made.community)
        row.reach, row.weeks_between, row.executing = made.reach, made.weeks_between, made.volunteers
        row.own_place, row.housing = int(made.own_place), int(made.housing_funded)
        row.worth = int(made.sees_worth)
        row.course, row.mediates = int(made.own_course), int(made.mediates)
        row.key_figure, row.bridging, row.linking = made.key_figure, made.bridging, made.linking
        row.bonding, row.safety, row.host_pair = 0.7, 0.85 if made.own_place else 0.65, -1
        row.first, row.staff = first, made.workers
        first += made.workers


@entry_point
def populate(world: World) -> None:
    """Fill every row with its people; the same seed gives the same people."""
    seed = world.clock[SEED]
    for i in range(len(world.institutions)):
        institution = world.institutions[i]
        institution.places = institution.capacity
        for k in range(institution.staff):
            make_professional(
                world.professionals[institution.first + k],
                institution,
                i,
                institution.first + k,
                k,
                world.p[0],
                len(world.communities),
                stream_key(seed, ACTOR, 0),
            )
    for s in range(len(world.self_organisations)):
        organisation = world.self_organisations[s]
        for k in range(organisation.staff):
            make_worker(
                world.workers[organisation.first + k],
                organisation,
                s,
                organisation.first + k,
                world.p[0],
                stream_key(seed, WORKER_ACTOR, 0),
            )
    for i in range(len(world.workers)):
        worker = world.workers[i]
        for j in range(worker.knows_from, worker.knows_to):
            make_pair(
                world.pairs[worker.pairs_from + j],
                worker,
                world.professionals[j],
                i,
                j,
                world.p[0],
                stream_key(seed, PAIR, 0),
            )
    for s in range(len(world.self_organisations)):
        if uniform2(stream_key(seed, PAIR, 1), s, 0) < world.p[0].start_collaborations:
            begin_before(world, s, stream_key(seed, PAIR, 1))
    for c in range(len(world.communities)):
        world.communities[c].story_preventive = world.p[0].start_parent_trust
        world.communities[c].story_youth_care = 1.0 - world.p[0].start_fear
        world.communities[c].defence = world.p[0].start_defence
    for i in range(len(world.parents)):
        make_parent(
            household(world, i),
            i,
            world.communities,
            world.self_organisations,
            world.neighbourhoods,
            world.district[0].attends,
            world.p[0],
            stream_key(seed, FAMILY, 0),
            stream_key(seed, ATTEND, 0),
        )
        if world.parents[i].self_organisation >= 0:
            world.self_organisations[world.parents[i].self_organisation].members += 1.0


@compiled
def _make_actor(actor: Record, kind: int, who: int, p: Record, key: int) -> None:
    """What either side carries: positions, narrative, urgency, courage, trust in the district."""
    for issue in range(N_ISSUES):
        mean = POSITIONS[kind, issue]
        if issue == COMPENSATION and kind == 3 + EMANCIPATION and uniform2(key, who, 90) < 0.5:
            mean = UNPAID_CAMP
        start = 0.5 + p.position_contrast * (mean - 0.5)
        actor.position[issue] = _near(start, p.position_spread, uniform2(key, who, issue))
        actor.expressed[issue] = actor.position[issue]
        actor.argument[issue] = _near(
            ARGUMENTS[kind, issue], p.position_spread, uniform2(key, who, 20 + issue)
        )
    u = uniform2(key, who, 40)
    actor.pioneer = u * u
    actor.courage = _near(0.35 + 0.4 * actor.pioneer, 0.1, uniform2(key, who, 41))
    actor.trust_district = _near(p.start_trust_district, 0.15, uniform2(key, who, 42))
    actor.backing_felt = 0.2
    actor.alive, actor.doubt, actor.engaged, actor.joint, actor.gap_seen = 1, 0.1, 0.0, 0.0, 0.0


@compiled
def make_professional(
    professional: Record,
    institution: Record,
    number: int,
    who: int,
    place: int,
    p: Record,
    communities: int,
    key: int,
) -> None:
    """A new professional in a place of an institution (its first places are advisers, its last managers)."""
    _make_actor(professional, institution.domain, who, p, key)
    professional.institution, professional.side_group = number, institution.domain
    managers_from = institution.advisers + institution.case_workers
    professional.role = 0 if place < institution.advisers else (1 if place < managers_from else MANAGER)
    carrier = 1.0 if uniform2(key, who, 50) < p.start_carriers else 0.0
    professional.pressing = _near(0.5 + 0.1 * carrier, 0.1, uniform2(key, who, 51))
    professional.helps = _near(0.45 + 0.25 * carrier, 0.12, uniform2(key, who, 52))
    professional.mine = _near(0.38 + 0.25 * carrier, 0.12, uniform2(key, who, 53))
    bad = 1.0 - p.start_goodwill_workers
    professional.image_uninterested = _near(bad, 0.15, uniform2(key, who, 54))
    professional.image_rival = _near(bad - 0.05, 0.15, uniform2(key, who, 55))
    professional.image_doubt = _near(bad, 0.15, uniform2(key, who, 56))
    professional.hours_planned = institution.hours * between(uniform2(key, who, 57), 0.5, 1.5)
    professional.horizon = institution.horizon * between(uniform2(key, who, 58), 0.7, 1.3)
    professional.posture = _near(0.4, 0.2, uniform2(key, who, 59))
    professional.skill = _near(0.4, 0.25, uniform2(key, who, 60))
    professional.narrowness = _near(0.5, 0.25, uniform2(key, who, 61))
    professional.truncation = _near(0.6, 0.25, uniform2(key, who, 62))
    professional.fear_domain = (
        _near(0.5, 0.3, uniform2(key, who, 63)) if professional.role == MANAGER else 0.0
    )
    professional.goal_rank = _near(0.4, 0.3, uniform2(key, who, 64)) if professional.role == MANAGER else 0.0
    professional.pressing_rest, professional.helps_rest = professional.pressing, professional.helps
    professional.mine_rest = professional.mine
    professional.background = -1
    if uniform2(key, who, 65) < p.start_background:
        professional.background = int(uniform2(key, who, 66) * communities)
    professional.weeks_in_post = int(2.0 * p.start_tenure * uniform2(key, who, 67))
    professional.attributed = 0.0


@compiled
def make_worker(worker: Record, organisation: Record, number: int, who: int, p: Record, key: int) -> None:
    """A new informal worker in a place of a self-organisation."""
    _make_actor(worker, 3 + organisation.orientation, who, p, key)
    worker.self_organisation, worker.community = number, organisation.community
    worker.side_group, worker.own_course = organisation.orientation, organisation.course
    wish = p.start_worker_wish if organisation.worth > 0 else 0.35 * p.start_worker_wish
    worker.pressing = _near(0.55, 0.12, uniform2(key, who, 51))
    worker.helps = _near(wish, 0.12, uniform2(key, who, 52))
    worker.mine = _near(wish, 0.12, uniform2(key, who, 53))
    worker.pressing_rest, worker.helps_rest, worker.mine_rest = worker.pressing, worker.helps, worker.mine
    bad = 1.0 - p.start_goodwill_professionals
    worker.image_uninterested = _near(bad, 0.15, uniform2(key, who, 54))
    worker.image_institution = _near(bad, 0.15, uniform2(key, who, 55))
    worker.image_takes = _near(bad - 0.1, 0.15, uniform2(key, who, 56))
    worker.image_uses = _near(bad, 0.15, uniform2(key, who, 57))
    worker.image_posture = _near(bad, 0.15, uniform2(key, who, 58))
    worker.standing = _near(0.7, 0.15, uniform2(key, who, 59))
    worker.energy = _near(0.75, 0.15, uniform2(key, who, 60))
    worker.disappointment = _near(0.2, 0.1, uniform2(key, who, 61))
    worker.recognition_felt = 0.3
    worker.ambition = _near(0.35 + 0.25 * organisation.orientation, 0.2, uniform2(key, who, 62))
    mediation = 0.5 if organisation.mediates > 0 else (0.2 if organisation.orientation == CARE else 0.08)
    worker.mediator = _near(mediation, 0.08, uniform2(key, who, 63))
    worker.hours_week = p.start_worker_hours * between(uniform2(key, who, 64), 0.6, 1.4)
    worker.overload, worker.served, worker.absent = 0.1, 1.0, 0
    worker.partner_recognition, worker.others = 0.2, 0.1
    worker.weeks_in_post = int(2.0 * p.start_tenure * uniform2(key, who, 68))
    worker.best_preventive, worker.best_youth_care, worker.best_school = -1, -1, -1
    worker.advises = _near(0.3 + 0.3 * organisation.course, 0.2, uniform2(key, who, 67))


@compiled
def make_pair(
    pair: Record, worker: Record, professional: Record, w: int, k: int, p: Record, key: int
) -> None:
    """What a worker and a professional start with towards each other."""
    pair.worker, pair.professional = w, k
    who = w * 100_003 + k
    renew_worker_side(pair, worker, professional, who, p, key)
    renew_professional_side(pair, worker, professional, who, p, key)
    pair.weeks_apart = 520
    if uniform2(key, who, 7) < p.start_faces:
        pair.worker_knows_existence, pair.professional_knows_existence = 1.0, 1.0
        pair.worker_knows_face = between(uniform2(key, who, 8), 0.4, 0.8)
        pair.professional_knows_face = between(uniform2(key, who, 9), 0.4, 0.8)
        pair.worker_knows_offer, pair.professional_knows_offer = 0.4, 0.3
        pair.contacts, pair.weeks_apart, pair.service = 2, 4, 1


@compiled
def goodwill_of_professional(professional: Record) -> float:
    """Goodwill that a professional sees in informal workers in general."""
    return 1.0 - (professional.image_uninterested + professional.image_rival + professional.image_doubt) / 3.0


@compiled
def goodwill_of_worker(worker: Record) -> float:
    """Goodwill that an informal worker sees in professionals in general."""
    return (
        1.0
        - (
            worker.image_uninterested
            + worker.image_institution
            + worker.image_takes
            + worker.image_uses
            + worker.image_posture
        )
        / 5.0
    )


@compiled
def renew_worker_side(
    pair: Record, worker: Record, professional: Record, who: int, p: Record, key: int
) -> None:
    """What a (new) worker starts with towards a professional: seeded by images."""
    pair.worker_knows_existence = _near(p.start_knows_services, 0.2, uniform2(key, who, 1))
    deep = uniform2(key, who, 2)
    pair.worker_knows_offer = min(1.0, 2.0 * p.start_knows_deeper * deep)
    pair.worker_knows_face = min(1.0, 2.0 * p.start_knows_deeper * deep * deep)
    pair.trust_worker = _near(goodwill_of_worker(worker), 0.1, uniform2(key, who, 3))
    pair.interest_worker = 1.0 - worker.image_uninterested


@compiled
def renew_professional_side(
    pair: Record, worker: Record, professional: Record, who: int, p: Record, key: int
) -> None:
    """What a (new) professional starts with towards a worker: seeded by images, role-specific (§3.2)."""
    own = p.start_knows_own * (professional.background == worker.community)
    pair.professional_knows_existence = _near(p.start_knows_groups + own, 0.2, uniform2(key, who, 4))
    deep = uniform2(key, who, 5)
    pair.professional_knows_offer = min(1.0, 1.5 * p.start_knows_deeper * deep)
    pair.professional_knows_face = min(1.0, 2.0 * p.start_knows_deeper * deep * deep)
    bonus = p.start_youth_care_trust * (0.5 + worker.mediator) * (professional.side_group == YOUTH_CARE)
    pair.trust_professional = _near(
        goodwill_of_professional(professional) + bonus, 0.1, uniform2(key, who, 6)
    )
    pair.interest_professional = 1.0 - professional.image_uninterested
