"""Who still sees nothing goes first, spare work last, and nobody is overtaken by who asked later."""

import threading
import time

import pytest

from page.turns import FIRST, MORE, SPARE, Turns


def waited(turns, ranks):
    """The order in which those who ask one after another are served, once the turn is free."""
    served, threads = [], []

    def ask(name, rank):
        with turns.turn(rank):
            served.append(name)

    with turns.turn(SPARE):
        for name, rank in enumerate(ranks):
            threads.append(threading.Thread(target=ask, args=(name, rank)))
            threads[-1].start()
            while len(turns._waiting) < name + 1:
                time.sleep(0.001)
    for thread in threads:
        thread.join(5.0)
    return served


def test_a_first_picture_goes_before_more_worlds_and_these_before_spare_work():
    assert waited(Turns(), [SPARE, MORE, FIRST]) == [2, 1, 0]


def test_within_a_rank_the_order_of_asking_holds():
    assert waited(Turns(), [MORE, SPARE, MORE, MORE, SPARE]) == [0, 2, 3, 1, 4]


def test_two_never_have_the_turn_at_once():
    turns, inside, most = Turns(), [0], [0]

    def work():
        for _ in range(50):
            with turns.turn():
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10.0)
    assert most == [1]


def test_a_fault_gives_the_turn_back():
    turns = Turns()
    with pytest.raises(ValueError, match="no"), turns.turn():
        raise ValueError("no")
    assert waited(turns, [MORE]) == [0]
