"""Keyed draws: a number in [0, 1) is a hash of (seed, stream, week, who[, whom]), so worlds stay paired.

The mixing function is the 64-bit finaliser of Steele, Lea and Flood (2014). A lever more or a parent more
changes no draw of anyone else.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from sim.kernel import PLAIN, compiled

# One number per stream, never reused: results hang on them, not on names.
ATTEND: Final = 1
FAMILY: Final = 2
QUESTION: Final = 3
QUESTION_SIZE: Final = 4
GATHERING: Final = 5
SEEK_HELP: Final = 6
REFER: Final = 7
ACCEPT: Final = 8
OUTCOME: Final = 9
APPROACH: Final = 10
PARTNER: Final = 11
INTENT: Final = 12
RECOGNISE: Final = 13
MEETING: Final = 15
MEETING_PAIR: Final = 16
BROKER: Final = 17
START: Final = 18
MODEL: Final = 19
MISUNDERSTAND: Final = 20
TURNOVER: Final = 21
NEWCOMER: Final = 22
ACTOR: Final = 23
PAIR: Final = 24
MANDATE: Final = 25
LOTTERY: Final = 26
CONSULT: Final = 27
STUCK: Final = 28
PROJECT: Final = 29
EXIT: Final = 30
GUIDE: Final = 31
WITHDRAW: Final = 32
WORKER_APPROACH: Final = 33
WORKER_PARTNER: Final = 34
WORKER_INTENT: Final = 35
CRISIS: Final = 36
SERVICE_CONTACT: Final = 37
WORKER_ACTOR: Final = 38
REVIEW: Final = 50
HOUSING: Final = 51
# Calls, signals, visits and outreach.
HOLD_BACK: Final = 70
SIGNAL: Final = 71
POSTURE: Final = 72
CALL: Final = 73
LISTED: Final = 74
VISIT_PLAN: Final = 75
VISIT_GROUP: Final = 76
OUTREACH: Final = 77
HAND_OVER: Final = 78
PASS_ON: Final = 40
ASK_AROUND: Final = 41
DIVERSE: Final = 42
MEDIATE: Final = 60
CIRCLE: Final = 61
NEIGHBOUR: Final = 62
JOIN: Final = 63
SCHOOL_FRIGHT: Final = 64
CITY: Final = 80

_MASK = (1 << 64) - 1


def _mixed_plain(value: int) -> int:
    value &= _MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _MASK
    return value ^ (value >> 31)


def _key_plain(seed: int, stream: int, week: int) -> int:
    seeded = _mixed_plain(int(seed) + 0x9E3779B97F4A7C15)
    streamed = _mixed_plain(seeded + int(stream) * 0xD1342543DE82EF95)
    return _mixed_plain(streamed + int(week) * 0x9E3779B97F4A7C15)


def _uniform_plain(key: int, who: int) -> float:
    return (_mixed_plain(int(key) + (int(who) + 1) * 0x9E3779B97F4A7C15) >> 11) * 1.1102230246251565e-16


def _uniform2_plain(key: int, who: int, whom: int) -> float:
    inner = _mixed_plain(int(key) + (int(who) + 1) * 0x9E3779B97F4A7C15)
    return (_mixed_plain(inner + (int(whom) + 1) * 0xD1342543DE82EF95) >> 11) * 1.1102230246251565e-16


def draw(seed: int, stream: int, week: int, who: int, whom: int | None = None) -> float:
    """The draw of ``who`` (towards ``whom``) for rules in plain Python: the same numbers, compiled or not.

    Compiled code calls ``stream_key`` with ``uniform`` or ``uniform2``, whose keys do not survive a trip
    through Python's integers.
    """
    key = _key_plain(seed, stream, week)
    return _uniform_plain(key, who) if whom is None else _uniform2_plain(key, who, whom)


if PLAIN:
    stream_key, uniform, uniform2 = _key_plain, _uniform_plain, _uniform2_plain

else:
    _GOLDEN = np.uint64(0x9E3779B97F4A7C15)
    _ODD = np.uint64(0xD1342543DE82EF95)
    _FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
    _S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
    _ONE = np.uint64(1)

    @compiled
    def _mixed(value: Any) -> Any:
        value = (value ^ (value >> _S30)) * _FIRST
        value = (value ^ (value >> _S27)) * _SECOND
        return value ^ (value >> _S31)

    @compiled
    def stream_key(seed: int, stream: int, week: int) -> int:
        """The key of one stream in one week of one world."""
        seeded = _mixed(np.uint64(seed) + _GOLDEN)
        return _mixed(_mixed(seeded + np.uint64(stream) * _ODD) + np.uint64(week) * _GOLDEN)

    @compiled
    def uniform(key: int, who: int) -> float:
        """A number in [0, 1) for ``who``."""
        return (_mixed(key + (np.uint64(who) + _ONE) * _GOLDEN) >> _S11) * 1.1102230246251565e-16

    @compiled
    def uniform2(key: int, who: int, whom: int) -> float:
        """A number in [0, 1) for ``who`` towards ``whom``."""
        inner = _mixed(key + (np.uint64(who) + _ONE) * _GOLDEN)
        return (_mixed(inner + (np.uint64(whom) + _ONE) * _ODD) >> _S11) * 1.1102230246251565e-16


@compiled
def between(u: float, low: float, high: float) -> float:
    """Spread a draw over [low, high)."""
    return low + u * (high - low)
