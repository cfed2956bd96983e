"""Whatever comes in as a scenario is either taken or refused with one sentence."""

from hypothesis import given, settings
from hypothesis import strategies as st

from experiments.errors import is_refusal, one_line
from page.scenario import LEVER_FIELDS, Scenario, scenario

WORDS = st.sampled_from(
    ["district", "seed", "weeks", "parameters", "a", "b", "strategy", "levers", "coffee_fund", *LEVER_FIELDS]
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["none", "explorative", "nieuw_west", "${seed}", "a,b", "x=1", "../x", "[all]"])
)
NODES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=8), inner, max_size=5)
    ),
    max_leaves=20,
)


def answered(node):
    """The scenario, or the refusal."""
    try:
        return scenario(node)
    except Exception as problem:
        return problem


@settings(max_examples=300, deadline=None)
@given(NODES)
def test_a_scenario_is_taken_or_refused_with_one_sentence(node):
    found = answered(node)
    if isinstance(found, Scenario):
        words = (*found.common, *found.a, *found.b)
        assert not any(sign in word for word in words for sign in "${} \n")
    else:
        assert is_refusal(found), repr(found)
        assert one_line(found).endswith((".", "?"))
