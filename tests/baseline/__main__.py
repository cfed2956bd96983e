"""``make baseline WHY="..."``: keep what the model gives now, with the reason as a line of the changelog."""

import sys

from tests.baseline.changelog import CHANGELOG, with_line
from tests.baseline.figures import KEPT, differing, kept, now, write


def main(words):
    why = " ".join(" ".join(words).split()).rstrip(".")
    if len(why) < 12:
        print(
            'Say what changed, in a sentence: make baseline WHY="Rule x reads y. Results change."',
            file=sys.stderr,
        )
        return 2
    after = now()
    moved = differing(kept(), after) if KEPT.exists() else ["everything: there was none"]
    if not moved:
        print("Nothing differs from the baseline; it is left as it is.")
        return 0
    CHANGELOG.write_text(with_line(CHANGELOG.read_text(encoding="utf-8"), f"{why}."), encoding="utf-8")
    write(f"{why}.", after)
    print(f"{len(moved)} numbers differ and are kept anew, such as:", *moved[:8], sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
