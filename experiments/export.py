"""``bodem export``: a whole sweep as one zip for a deposit, with a README, that is an RO-Crate as well."""

from __future__ import annotations

import json
import os
import secrets
import zipfile
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from experiments.errors import Refused
from experiments.seal import ABOUT, account
from experiments.sweep import human_size, near, standing
from experiments.sweepdir import TABLES, SweepDir

# Every file gets this time, so that the same sweep gives the same bytes.
MOMENT: Final = (1980, 1, 1, 0, 0, 0)
LEFT_OUT: Final = ("tmp",)
LICENCE: Final = "https://spdx.org/licenses/MIT"


def command(options: Any) -> int:
    """Do what ``bodem export`` was asked; return the exit code."""
    folder = SweepDir.opened(Path(os.path.realpath(options.dir)))
    target = options.out or folder.path.with_name(f"{folder.path.name}.zip")
    if target.exists():
        raise Refused(f"'{target}' exists already; give --out another name.")
    found = account(folder, thorough=True)
    if not found.is_whole:
        raise Refused(f"The sweep is not whole ({found.sentence()}); 'bodem resume {options.dir}' goes on.")
    if not (folder.path / "provenance.json").exists():
        raise Refused(f"The sweep has not been closed; 'bodem resume {options.dir}' does so.")
    files = _files(folder)
    readme = _readme(folder, standing(found))
    fresh = target.with_name(f".{target.name}-{secrets.token_hex(3)}")
    try:
        with zipfile.ZipFile(fresh, "w") as archive:
            _put(archive, "README.md", readme.encode())
            _put(archive, "ro-crate-metadata.json", json.dumps(_crate(folder, files), indent=1).encode())
            for file in files:
                _copy(archive, file.relative_to(folder.path).as_posix(), file)
        os.link(fresh, target)
    except FileExistsError as problem:
        raise Refused(f"'{target}' exists already; give --out another name.") from problem
    finally:
        fresh.unlink(missing_ok=True)
    place = Path(os.path.realpath(target))
    print(f"{len(files) + 2} files, {human_size(place.stat().st_size)}, in {near(place)}")
    return 0


def _files(folder: SweepDir) -> list[Path]:
    """Everything of the sweep but locks and what was left unfinished."""
    shards = {file for table in TABLES for file in folder.files(table)}
    other = [
        file
        for file in sorted(folder.path.rglob("*"))
        if file.is_file()
        and not file.name.startswith(".")
        and file.relative_to(folder.path).parts[0] not in (*LEFT_OUT, *TABLES)
    ]
    return [*other, *sorted(shards)]


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.external_attr = 0o644 << 16
    # The tables are compressed already.
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(".parquet") else zipfile.ZIP_DEFLATED
    return entry


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(_entry(name), content)


def _copy(archive: zipfile.ZipFile, name: str, file: Path) -> None:
    entry = _entry(name)
    entry.file_size = file.stat().st_size
    with file.open("rb") as source, archive.open(entry, "w") as target:
        while block := source.read(1 << 20):
            target.write(block)


def _readme(folder: SweepDir, stands: str) -> str:
    about = folder.about
    tables = "\n".join(f"- `{name}`: {text}" for name, text in ABOUT.items() if _there(folder, name))
    changed = "\n".join(f"- `{name}`" for name in about["factors"]) or "- nothing but the seed"
    return f"""# A sweep of Vruchtbare Bodem

{stands} Begun {about["started"]}.

Vruchtbare Bodem is an agent-based laboratory for theoretical exploration and illustration, not for
prediction: its source is one qualitative report, and nearly every size in it is an assumption with a
plausible range.

## To do it again

    {" ".join(about["command"])}

with version {version("vruchtbare-bodem")}, model `{about["code"]}`. `config.yaml` holds every setting of
the runs before the design changed anything; `sweep.json` holds the design. Your own YAML files, if any, are
in `own/`.

## What differs between the runs

{changed}

## Tables (Parquet)

{tables}

`run_id` links them. `datapackage.json` describes every column, `provenance.json` has versions, times and
checksums, `ro-crate-metadata.json` makes this an RO-Crate.
"""


def _there(folder: SweepDir, name: str) -> bool:
    return bool(folder.files(name)) if name in TABLES else (folder.path / f"{name}.parquet").exists()


def _crate(folder: SweepDir, files: list[Path]) -> dict[str, Any]:
    """The metadata of an RO-Crate 1.1."""
    names = ["README.md", *(file.relative_to(folder.path).as_posix() for file in files)]
    software = f"vruchtbare-bodem-{version('vruchtbare-bodem')}"
    about = folder.about
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": "A sweep of Vruchtbare Bodem",
        "description": " ".join(about["command"]),
        "datePublished": about["started"][:10],
        "license": {"@id": LICENCE},
        "hasPart": [{"@id": name} for name in names],
    }
    action = {
        "@id": "#sweep",
        "@type": "CreateAction",
        "name": " ".join(about["command"]),
        "startTime": about["started"],
        "instrument": {"@id": f"#{software}"},
        "result": {"@id": "./"},
    }
    return {
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": [
            {
                "@id": "ro-crate-metadata.json",
                "@type": "CreativeWork",
                "about": {"@id": "./"},
                "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            },
            root,
            action,
            {
                "@id": f"#{software}",
                "@type": "SoftwareApplication",
                "name": "Vruchtbare Bodem",
                "version": version("vruchtbare-bodem"),
                "identifier": about["code"],
            },
            *({"@id": name, "@type": "File", "encodingFormat": _format(name)} for name in names),
        ],
    }


def _format(name: str) -> str:
    kinds = {
        "parquet": "application/vnd.apache.parquet",
        "json": "application/json",
        "yaml": "application/yaml",
        "md": "text/markdown",
    }
    return kinds.get(name.rpartition(".")[2], "application/octet-stream")
