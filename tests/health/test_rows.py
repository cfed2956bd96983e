"""How rows lie in memory, and what a look at a draw alone may say."""

from itertools import combinations, pairwise
from types import SimpleNamespace

import numpy as np

from sim.arrays import LINE, records, room
from sim.fields import amount, code, count, dtype_of, layout
from sim.kernel import PLAIN, joined, with_door
from sim.mechanisms import family
from sim.population import template
from sim.registry import PARAMETERS
from sim.state import DTYPES, LOOKED_AT, PAIR, PARENT, READ_OFTEN
from sim.world import NAMED
from tests.worlds import hamlet, settings

FIELDS = layout(amount("one", ""), amount("two", ""), count("three", ""), code("four", ""))


def test_what_is_read_often_lies_in_front_and_columns_keep_their_order():
    plain, near = dtype_of(FIELDS), dtype_of(FIELDS, first=("three", "four", "two"), whole_lines=True)
    assert (plain.itemsize, near.itemsize) == (24, LINE)
    assert near.names == plain.names == ("one", "two", "three", "four")
    assert [near.fields[name][1] for name in ("three", "four", "two", "one")] == [0, 4, 8, 16]
    assert near.isalignedstruct


def test_a_pair_takes_whole_lines_of_the_cache_and_no_more_than_it_needs():
    pair = DTYPES["pair"]
    assert 0 <= pair.itemsize - dtype_of(PAIR).itemsize < LINE
    assert set(READ_OFTEN) <= set(pair.names)
    assert len(set(READ_OFTEN)) == len(READ_OFTEN)
    taken = sorted((offset, offset + kind.itemsize) for kind, offset, *_ in pair.fields.values())
    assert all(one[1] <= next_one[0] for one, next_one in pairwise(taken))


def test_rows_of_whole_lines_begin_where_a_line_does_and_are_zeros():
    for size in (1, 7, 5000):
        rows = records(size, DTYPES["pair"])
        assert rows.ctypes.data % LINE == room(rows.nbytes, rows.dtype).ctypes.data % LINE == 0
        assert rows.shape == (size,)
        assert rows.tobytes() == bytes(rows.nbytes)


def test_a_family_stands_in_two_rows_and_is_read_and_set_as_one():
    names = {field.name for field in PARENT}
    assert set(DTYPES["parent"].names) == set(LOOKED_AT)
    assert set(DTYPES["home"].names) == names - set(LOOKED_AT)
    one, other = records(2, DTYPES["parent"]), records(2, DTYPES["home"])
    family_of(one, other, 1, 0.5)
    assert one.need.tolist() == [0.0, 0.5]
    assert other.words.tolist() == [0.0, 0.75]
    assert not other.worries.any()


def test_what_is_told_to_lie_apart_does_and_only_fractions_are_rows_as_well():
    world = template(settings(district=hamlet(3), weeks=2))
    shared = {
        frozenset(names)
        for names in combinations(world._fields, 2)
        if np.shares_memory(*(getattr(world, name) for name in names))
    }
    assert shared == {frozenset((name, values)) for name, (values, _) in NAMED.items()}
    assert {getattr(world, values).dtype.kind for values, _ in NAMED.values()} == {"f"}


@with_door
def family_of(parents, homes, i, much):
    """Set a field of either row."""
    family = joined(parents[i], homes[i])
    family.need = much
    family.words = family.need + 0.25


def test_no_family_has_a_higher_chance_of_a_question_than_the_highest():
    questions = family.questions if PLAIN else family.questions.py_func
    names = ("question_rate", "question_puberty", "question_growth", "question_balance")
    draws = np.random.default_rng(1)
    for _ in range(300):
        p = SimpleNamespace(
            **{name: draws.uniform(PARAMETERS[name].low, PARAMETERS[name].high) for name in names}
        )
        highest, _ = questions(1, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, p)
        for puberty in (0, 1):
            for worries in (0.0, draws.random(), 1.0):
                assert questions(puberty, worries, *draws.random(5), p)[0] <= highest
