"""Result directories: whole or absent."""

import pyarrow as pa
import pytest

from experiments.errors import Refused
from experiments.store import results


def write(out):
    with results(out) as files:
        files.append("rows", pa.table({"x": [1, 2]}))
        files.append("rows", pa.table({"x": [3]}))
        files.json("provenance.json", files.checksums())
        assert not (out / "rows.parquet").exists()
    return files.final


@pytest.mark.parametrize("exists", [False, True])
def test_it_appears_as_the_last_step(tmp_path, exists):
    out = tmp_path / "kept"
    if exists:
        out.mkdir()
    assert write(out) == out
    assert sorted(file.name for file in out.iterdir()) == ["provenance.json", "rows.parquet"]
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize("problem", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_nothing_not_even_new_parents(tmp_path, problem):
    def fail():
        with results(tmp_path / "a" / "b" / "kept") as files:
            files.append("rows", pa.table({"x": [1]}))
            raise problem

    with pytest.raises(problem):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_of_two_with_one_name_the_first_stays_whole(tmp_path):
    out = tmp_path / "kept"

    def write_twice():
        with results(out) as late:
            late.path("mine").write_text("late")
            write(out)

    with pytest.raises(Refused, match="kept"):
        write_twice()
    assert sorted(file.name for file in out.iterdir()) == ["provenance.json", "rows.parquet"]
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


def test_a_link_to_a_directory_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    assert write(tmp_path / "link") == tmp_path / "real"
    assert (tmp_path / "real" / "rows.parquet").exists()
