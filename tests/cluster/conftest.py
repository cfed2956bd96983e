"""A real Slurm on this machine: `make test-cluster`, never a part of `make test`."""

import os

import pytest

from tests.cluster.slurm import missing, running

collect_ignore_glob = [] if os.environ.get("BODEM_CLUSTER") else ["test_*.py"]


@pytest.fixture(scope="session")
def slurm(tmp_path_factory):
    lacking = missing()
    if lacking:
        pytest.fail(
            f"Slurm is not whole on this machine, {', '.join(lacking)} not found: "
            "apt-get install slurmctld slurmd slurm-client munge"
        )
    with running(tmp_path_factory.mktemp("slurm")) as place:
        yield place
