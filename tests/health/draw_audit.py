"""What plain Python says about draws and worlds; run with BODEM_PLAIN=1."""

import json
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

KEYS = [
    (seed, stream, week)
    for seed in (0, 1, 77, 2**31, 2**62 + 5)
    for stream in (1, 9, 37)
    for week in (0, 1, 519)
]
WHO = (0, 1, 12, 599, 100_003 * 17 + 22, 1_000_007)
WHOM = (0, 3, 90, 22)


def ten_thousand():
    """Ten thousand draws over keys of all kinds, each once alone and once towards someone."""
    from sim.draws import stream_key, uniform, uniform2
    from sim.kernel import with_door

    @with_door
    def fill(out, keys, whos, whoms):
        n = 0
        for a in range(len(keys)):
            key = stream_key(keys[a, 0], keys[a, 1], keys[a, 2])
            for who in whos:
                out[n] = uniform(key, who)
                n += 1
                for whom in whoms:
                    out[n] = uniform2(key, who, whom)
                    n += 1

    keys, whos, whoms = (
        np.array(part, dtype=np.int64) for part in (KEYS, [*WHO, *range(30, 40)], [*WHOM, *range(90, 99)])
    )
    out = np.empty(len(keys) * len(whos) * (1 + len(whoms)))
    fill(out, keys, whos, whoms)
    return out


def asked_by_python():
    """Draws that a rule in plain Python asks for, one by one."""
    from sim.draws import draw

    return [draw(*key, who) for key in KEYS for who in WHO] + [
        draw(*key, who, whom) for key in KEYS for who in WHO for whom in WHOM]  # fmt: skip


class Strict(np.recarray):
    """Rows that are not counted from the end: compiled code takes every index as it is."""

    def __getitem__(self, key):
        if isinstance(key, int | np.integer) and key < 0:
            raise IndexError(f"There is no row {key}.")
        return super().__getitem__(key)


def worlds():
    """Which lines of the model ask for the same draw of the same world, and how each case ends."""
    from sim import arrays, draws

    arrays.records = lambda length, dtype: np.zeros(length, dtype).view(Strict)
    names = {value: name for name, value in vars(draws).items() if name[0].isupper() and type(value) is int}
    streams, asked, again = {}, {}, defaultdict(set)
    stream_key, uniform, uniform2 = draws.stream_key, draws.uniform, draws.uniform2

    def note(*draw):
        frame = sys._getframe(2)
        place = frame.f_code, frame.f_lineno
        first = asked.setdefault(draw, place)
        # A grant's lottery holds for a whole round: the same draw is looked at every week.
        if first is not place and streams[draw[0]] != "PROJECT":
            again[draw] |= {first, place}

    def key_of(seed, stream, week):
        key = stream_key(seed, stream, week)
        streams[key] = names[int(stream)]
        return key

    def for_one(key, who):
        note(int(key), int(who))
        return uniform(key, who)

    def for_two(key, who, whom):
        note(int(key), int(who), int(whom))
        return uniform2(key, who, whom)

    draws.stream_key, draws.uniform, draws.uniform2 = key_of, for_one, for_two
    from tests.worlds import CASES, FAST, busy, lived, settings

    ends, found = {}, set()
    crowded = {"busy": (settings("programmatic", busy(), 60, parameters=FAST), 1)}
    for name, (made, seed) in (CASES | crowded).items():
        asked.clear()
        again.clear()
        ends[name] = lived(made, seed)
        assert asked, "no draw was seen"
        found |= {(streams[draw[0]], *sorted(map(told, places))) for draw, places in again.items()}
    return {"asked twice": sorted(found), "ends": ends}


def told(place):
    code, line = place
    return f"{Path(code.co_filename).name}:{line} {code.co_name}"


if __name__ == "__main__":
    # The worlds come last: from then on every draw is looked at.
    answers = {"ten_thousand": ten_thousand().tolist(), "asked_by_python": asked_by_python(), **worlds()}
    json.dump(answers, sys.stdout)
