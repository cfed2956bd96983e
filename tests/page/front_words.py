"""Reads the two lists of texts of the front end."""

import re
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "page" / "front"


def words():
    """Texts by language and key."""
    found = {}
    for lang in ("nl", "en"):
        body = (SOURCES / "src" / "lib" / f"{lang}.ts").read_text(encoding="utf-8")
        found[lang] = dict(re.findall(r'^  (\w+):\s*"((?:[^"\\]|\\.)*)",$', body, re.MULTILINE))
    return found
