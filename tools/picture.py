"""The picture of the README: the overview of ``bodem demo``, made small; ``--check`` says if it is old."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from experiments.cli import main
from experiments.provenance import code_digest

PLACE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "demo.png"
WIDTH = 1000
COLOURS = 64


def made() -> int:
    """Run the demonstration and keep its overview, with the code of the model in the file."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo"
        code = main(["demo", "--out", str(out)])
        if code:
            return code
        with Image.open(out / "strategies" / "overview.png") as drawn:
            size = (WIDTH, drawn.height * WIDTH // drawn.width)
            small = drawn.convert("RGB").resize(size, Image.Resampling.LANCZOS).quantize(COLOURS)
    told = PngInfo()
    told.add_text("code", code_digest())
    PLACE.parent.mkdir(exist_ok=True)
    small.save(PLACE, optimize=True, pnginfo=told)
    print(f"{PLACE.name}: {PLACE.stat().st_size:,} bytes")
    return 0


def checked() -> int:
    """Say whether the committed picture shows what the model gives now."""
    with Image.open(PLACE) as picture:
        is_new = picture.info.get("code") == code_digest()
    print("The picture is up to date." if is_new else "The picture is of an older model: 'make picture'.")
    return 0 if is_new else 1


if __name__ == "__main__":
    sys.exit(checked() if "--check" in sys.argv[1:] else made())
