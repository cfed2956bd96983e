"""The changelog: reading it, and adding a line on top of what is not released yet."""

import re
import textwrap
from pathlib import Path

CHANGELOG = Path(__file__).resolve().parents[2] / "CHANGELOG.md"
UNRELEASED = "## Unreleased\n\n"


def told(text):
    """The changelog as one line, so that a sentence is found however it is folded."""
    return re.sub(r"\s+", " ", text)


def with_line(text, sentence):
    """The changelog with a sentence as first item of the unreleased part, unless it says so already."""
    if sentence in told(text):
        return text
    assert UNRELEASED in text, "the changelog has no part 'Unreleased'"
    item = textwrap.fill(sentence, 110, initial_indent="- ", subsequent_indent="  ")
    return text.replace(UNRELEASED, f"{UNRELEASED}{item}\n", 1)
