"""What a request can be refused for: a status and one sentence."""

from __future__ import annotations


class Bad(Exception):
    """A request that cannot be served as it is."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence
