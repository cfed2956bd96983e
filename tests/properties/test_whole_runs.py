"""What holds in every week of every run, whatever the parameters, policies, levers and switches."""

import numpy as np

from sim.ensemble import run_world
from sim.events import STOCKS, TERM, WEEK
from sim.kernel import with_door
from sim.mechanisms import municipality, unseen
from sim.population import populated, template
from sim.registry import MEASURES, rule_number
from sim.state import LAYOUTS
from tests.properties.drawn_runs import ARRAYS, in_every_run, weeks_of
from tests.worlds import hamlet, levers, settings

FIELDS = [(array, field) for array, kind in ARRAYS.items() for field in LAYOUTS[kind]]
money_freed, hours_kept = with_door(municipality.money), with_door(unseen.knock_on)
FLOWS = ("to_preventive", "to_youth_care", "to_informal")


@in_every_run
def test_every_field_stays_within_its_bounds(made, seed):
    for _, world in weeks_of(made, seed):
        values = [np.asarray(world.column(array, field.name)) for array, field in FIELDS]
        outside = [
            f"{array}.{field.name} {value.min()} to {value.max()}"
            for (array, field), value in zip(FIELDS, values, strict=True)
            if not (value.min() >= field.low and value.max() <= field.high)  # this catches NaN too
        ]
        assert outside == []
        if world.clock[WEEK] > 0:
            assert (
                (world.policy_values >= world.prices.low) & (world.policy_values <= world.prices.high)
            ).all()


@in_every_run
def test_what_was_collected_in_a_week_is_applied_in_that_week(made, seed):
    moves = [(array, field.name) for array, field in FIELDS if field.name.endswith(("_up", "_down"))]
    for _, world in weeks_of(made, seed):
        assert [f"{array}.{name}" for array, name in moves if world.column(array, name).any()] == []


@in_every_run
def test_nobody_and_nothing_is_lost_or_doubled(made, seed):
    for before, world in weeks_of(made, seed):
        assert world.parents.alive.sum() == made.district.parents
        assert world.professionals.alive.all()
        assert world.pairs.worker.tolist() == before.pairs.worker.tolist()
        assert world.pairs.professional.tolist() == before.pairs.professional.tolist()
        members = np.bincount(world.parents.self_organisation + 1, minlength=3)[1:]
        assert members.tolist() == world.self_organisations.members.tolist()
        in_help = np.isin(world.parents.help, (1, 2))
        assert (in_help == (world.homes.helper >= 0)).all()
        helped_by = world.professionals.institution[world.homes.helper[in_help]]
        assert (
            np.bincount(helped_by, minlength=len(world.institutions)).tolist()
            == world.institutions.cases.tolist()
        )


@in_every_run
def test_who_comes_into_crisis_is_counted_once(made, seed):
    for before, world in weeks_of(made, seed):
        if world.clock[WEEK] > 0:
            fresh = (world.parents.crisis > before.parents.crisis).sum()
            week = world.clock[WEEK] - 1
            assert world.weekly.late_crises[week] + world.weekly.escalated[week] == fresh


@in_every_run
def test_hours_that_were_spent_were_there(made, seed):
    money, knock_on = ("money" not in made.rules_off), ("knock_on" not in made.rules_off)
    for before, world in weeks_of(made, seed):
        p = world.p[0]
        for was, worker in zip(before.workers, world.workers, strict=True):
            if world.clock[WEEK] and was.alive and worker.alive and was.generation == worker.generation:
                place = world.self_organisations[worker.self_organisation]
                freed = money_freed(place.grant, place.structural, 0.0, p)[0]
                freed = freed + p.housing_hours * place.housing if money else 0.0
                kept = hours_kept(was.gap_seen, 0.0, 0.0, 0.0, p)[2] if knock_on else 1.0
                own = p.own_time * was.pioneer * was.courage * kept
                had = was.hours_week * (0.4 + 0.6 * was.energy) + own + freed
                had += p.payer_hours * worker.paid
                assert abs(worker.spent + worker.hours - had) < 1e-9


@in_every_run
def test_nobody_meets_someone_who_is_not_there(made, seed):
    for before, world in weeks_of(made, seed):
        gone = (before.workers.alive == 0)[world.pairs.worker]
        assert (world.pairs.contacts[gone] <= before.pairs.contacts[gone]).all()
        assert (world.pairs.met[gone] == 0.0).all()


@in_every_run
def test_the_measures_add_up(made, seed):
    start = populated(template(made), seed).collaborations.alive.sum()
    m = run_world(made, seed, trace=False).world.weekly
    assert all(np.isfinite(m[name]).all() for name in MEASURES)
    for name, measure in MEASURES.items():
        if measure.unit == "share":
            assert m[name].min() >= (-1.0 if name == "paradox_gap" else 0.0), name
            assert m[name].max() <= 1.0 + 1e-12, name
        else:
            assert m[name].min() >= 0.0, name
    np.testing.assert_allclose(m.money_granted, m.money_spent + m.money_returned, rtol=1e-12, atol=1e-9)
    assert (m.money_levers <= m.money_spent + 1e-9).all()
    assert m.collaborations_alive.tolist() == (start + np.cumsum(m.starts - m.ends)).tolist()
    reasons = (
        "ends_by_strain",
        "ends_with_guide",
        "ends_by_withdrawal",
        "ends_by_departure",
        "ends_by_drift",
        "ends_by_municipality",
    )
    assert m.ends.tolist() == sum(m[reason] for reason in reasons).tolist()
    initiatives = ("starts_by_professional", "starts_by_worker", "starts_sought")
    by = (*initiatives, "starts_by_order", "starts_from_outside")
    assert m.starts.tolist() == sum(m[cause] for cause in by).tolist()
    assert (m.referrals_accepted <= m.referrals_offered).all()
    # A session at the self-organisation brings families too, without a referral.
    brought = m.brought_to_preventive + m.brought_to_youth_care
    assert (m.referrals_attributed <= brought + 1e-9).all()
    assert all((m[f"accepted_{to}"] <= m[f"offered_{to}"]).all() for to in FLOWS)
    for way in ("offered", "accepted"):
        assert (
            m[f"referrals_{way}"].tolist() == (m[f"{way}_to_preventive"] + m[f"{way}_to_youth_care"]).tolist()
        )
    assert (m.approaches_recognised <= m.approaches_sent).all()
    by_professionals = m.approaches_referral + m.approaches_open_interest + m.approaches_building
    assert m.approaches_sent.tolist() == (by_professionals + m.approaches_by_workers).tolist()
    assert (m.stuck_cases_solved <= m.stuck_cases_mediated).all()
    assert (m.on_location_older <= m.on_location_consultations).all()


def test_levers_that_cost_more_than_the_budget_are_paid_in_part_to_the_cent():
    for budget in np.linspace(100.0, 50_000.0, 80):
        made = settings("none", hamlet(budget=float(budget)), weeks=2, levers=levers())
        m = run_world(made, 0, trace=False).world.weekly
        np.testing.assert_allclose(m.money_spent, m.money_granted, rtol=1e-12)


@in_every_run
def test_the_logged_terms_of_a_pair_explain_its_stocks(made, seed):
    after = run_world(made, seed, trace=True)
    terms = after.events[after.events["kind"] == TERM]
    shape = (2, made.weeks, len(after.world.pairs), len(STOCKS))
    someone_new = [rule_number("upkeep"), rule_number("key_figure")]  # after the week's bounds
    renewed = np.isin(terms["rule"], someone_new).astype(int)
    moved = np.zeros(shape)
    np.add.at(moved, (renewed, terms["week"], terms["who"], terms["whom"]), terms["amount"][:, 0])
    snapshots = {
        week: np.stack([pairs[stock] for stock in STOCKS], axis=1) for week, pairs, _ in after.relations
    }
    stocks = snapshots[0]
    for week in range(made.weeks):
        stocks = stocks + moved[0, week] + moved[1, week]
        if week + 1 in snapshots:
            np.testing.assert_allclose(stocks, snapshots[week + 1], atol=1e-9)
