"""Two small sweeps to look into, made in this process."""

from tests.sweeps.small import swept


def made(folder):
    """Three strategies in two short worlds, and a sample of two assumptions; returns the directory above."""
    grid = ("strategy=none,explorative,programmatic", "design=seeds", "design.seeds=2", "weeks=52")
    drawn = (
        "design=latin_hypercube",
        "design.factors=[parameters.misreading_sting,parameters.start_rate]",
        "design.samples=24",
        "design.seeds=1",
        "weeks=52",
    )
    for name, words in (("grid", grid), ("drawn", drawn)):
        swept(folder / "sweeps" / name, *words, config_dir=None)
    return folder / "sweeps"
