"""Result directories that appear whole or not at all, are never shared and never overwritten."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from experiments.errors import Refused, plainly

UNFINISHED: Final = ".unfinished-"


class Results:
    """The files of one command while they are being written.

    ``path`` gives a place for a file; ``append`` adds rows to a Parquet table; ``final`` is where all of
    it will be found.
    """

    def __init__(self, folder: Path, final: Path) -> None:
        self.folder, self.final = folder, final
        self._writers: dict[str, pq.ParquetWriter] = {}

    def path(self, name: str) -> Path:
        """The place of the file or folder ``name`` while it is being written."""
        return self.folder / name

    def append(self, table: str, rows: pa.Table) -> None:
        """Add ``rows`` to ``table``.parquet; every call must bring the same columns."""
        if table not in self._writers:
            words = [field.name for field in rows.schema if pa.types.is_string(field.type)]
            self._writers[table] = pq.ParquetWriter(
                self.path(f"{table}.parquet"), rows.schema, use_dictionary=words, compression="zstd"
            )
        self._writers[table].write_table(rows)

    def json(self, name: str, content: Mapping[str, Any]) -> None:
        """Write ``content`` as readable JSON."""
        text = json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False)
        self.path(name).write_text(text + "\n", encoding="utf-8")

    def close(self) -> None:
        """Finish the tables; nothing can be appended afterwards."""
        while self._writers:
            self._writers.popitem()[1].close()

    def checksums(self) -> dict[str, str]:
        """SHA-256 of every file written so far, by its name below the directory."""
        self.close()
        found = sorted(file for file in self.folder.rglob("*") if file.is_file())
        return {file.relative_to(self.folder).as_posix(): _digest(file) for file in found}


@contextmanager
def results(out: Path | None = None) -> Iterator[Results]:
    """Open a new result directory; it gets its name only when the block ends well.

    Without ``out`` the directory is ``outputs/<date>_<time>_<6 hex>``. Raises Refused when ``out`` holds
    something already or cannot be written; then, as after any failure, nothing is left behind.
    """
    final = _new_name() if out is None else Path(os.path.realpath(out))
    try:
        with _Folder(final) as folder:
            writing = Results(folder, final)
            try:
                yield writing
            except BaseException:
                with suppress(OSError):
                    writing.close()
                raise
            writing.close()
            _publish(folder, final)
    except OSError as problem:
        raise Refused(f"Cannot write results to '{out or final.parent}': {plainly(problem)}.") from problem


class _Folder:
    """A hidden directory beside (or, where that cannot be, inside) ``final``, gone when the block fails."""

    def __init__(self, final: Path) -> None:
        self.made: list[Path] = []
        if final.is_dir() and any(final.iterdir()):
            raise Refused(f"The directory '{final}' is not empty; give --out a new one.")
        if final.exists() and not final.is_dir():
            raise Refused(f"'{final}' is a file; give --out a new directory.")
        inside = final.is_dir() and (os.path.ismount(final) or not os.access(final.parent, os.W_OK))
        parent = final if inside else final.parent
        self.folder = parent / f"{UNFINISHED}{final.name}-{secrets.token_hex(3)}"

    def __enter__(self) -> Path:
        try:
            for parent in reversed(self.folder.parents):
                if not parent.exists():
                    with suppress(FileExistsError):
                        parent.mkdir()
                        self.made.append(parent)
            self.folder.mkdir()
        except BaseException:
            self._remove()
            raise
        return self.folder

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._remove()

    def _remove(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        for parent in reversed(self.made):
            with suppress(OSError):
                parent.rmdir()


def _publish(folder: Path, final: Path) -> None:
    """Give ``folder`` its name; where only its files can move, the provenance moves last."""
    if folder.parent != final:
        folder.rename(final)
        return
    for file in sorted(folder.iterdir(), key=lambda file: file.name == "provenance.json"):
        file.rename(final / file.name)
    folder.rmdir()


def _new_name() -> Path:
    stamp = time.strftime("%Y-%m-%d_%H-%M-%S")
    return Path.cwd() / "outputs" / f"{stamp}_{secrets.token_hex(3)}"


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
