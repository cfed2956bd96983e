"""Draws in bulk, from compiled code, and what tests say about a heap of them."""

import numpy as np
from scipy import stats

from sim import draws
from sim.draws import stream_key, uniform, uniform2
from sim.kernel import with_door

AXES = ("seed", "stream", "week", "who", "whom")
STREAMS = [value for name, value in vars(draws).items() if name[0].isupper() and type(value) is int]
FAR = 1e-4  # every test below is one fixed number: this is how odd it may be


@with_door
def fill(out, seeds, streams, weeks, whos, whoms):
    for a in range(len(seeds)):
        for b in range(len(streams)):
            for c in range(len(weeks)):
                key = stream_key(seeds[a], streams[b], weeks[c])
                for d in range(len(whos)):
                    for e in range(len(whoms)):
                        one = whoms[e] < 0
                        out[a, b, c, d, e] = (
                            uniform(key, whos[d]) if one else uniform2(key, whos[d], whoms[e])
                        )


def drawn(seeds=(0,), streams=(1,), weeks=(0,), whos=(0,), whoms=(-1,)):
    """Draws for every combination; ``whoms`` -1 asks for a draw of ``who`` alone."""
    axes = [np.array(axis, dtype=np.int64) for axis in (seeds, streams, weeks, whos, whoms)]
    out = np.empty([len(axis) for axis in axes])
    fill(out, *axes)
    return out


def bits_of(values):
    """The 53 bits of every draw, as a last axis."""
    whole = (np.asarray(values) * 2.0**53).astype(np.uint64)
    return (whole[..., None] >> np.arange(53, dtype=np.uint64)) & np.uint64(1)


def evenness(counts):
    return stats.chisquare(np.asarray(counts).ravel()).pvalue


def linked(one, other):
    """How many standard errors the correlation of two rows of draws is from none."""
    return abs(np.corrcoef(np.ravel(one), np.ravel(other))[0, 1]) * np.sqrt(np.size(one))


def cube():
    """Draws along all five axes at once: seeds, streams, weeks, who and whom."""
    return drawn(range(8), range(1, 9), range(16), range(32), range(32))
