"""Reads the lists of texts of the front end."""

import re
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "page" / "front"


def words():
    """Texts by language and key."""
    found = {}
    for lang in ("nl", "en"):
        files = (SOURCES / "src" / "lib" / name for name in (f"{lang}.ts", f"{lang}.parts.ts"))
        body = "".join(file.read_text(encoding="utf-8") for file in files)
        found[lang] = dict(re.findall(r'^  (\w+):\s*"((?:[^"\\]|\\.)*)",$', body, re.MULTILINE))
    return found
