"""Slurm with its own munge on loopback: one controller, two nodes that are processes, all in one folder.

Nothing of a Slurm that is there already is touched: own sockets, own ports, own state, and at the end only
the processes that were started here are stopped.
"""

import contextlib
import os
import secrets
import shutil
import socket
import subprocess
import time

NEEDED = ("munged", "slurmctld", "slurmd", "sbatch", "srun", "sinfo")
NODES = 2
CONF = """\
ClusterName=bodem
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool-%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd-%n.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd-%n.log
ProctrackType=proctrack/pgid
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
MailProg=/bin/true
ReturnToService=2
MpiDefault=none
InactiveLimit=0
KillWait=5
{nodes}
PartitionName=short Nodes=ALL Default=YES MaxTime=60 State=UP
"""


def missing():
    """Programs that are not on this machine."""
    return [name for name in NEEDED if program(name) is None]


def program(name):
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


@contextlib.contextmanager
def running(folder):
    """A Slurm that answers; yields what its users need in their environment."""
    for name in ("state", *(f"spool-node{n}" for n in range(1, NODES + 1))):
        (folder / name).mkdir()
    folder.chmod(0o755)
    key = folder / "munge.key"
    key.write_bytes(secrets.token_bytes(128))
    key.chmod(0o400)
    ports = free_ports(NODES + 1)
    nodes = "\n".join(
        f"NodeName=node{n} NodeHostname={socket.gethostname()} NodeAddr=127.0.0.1 Port={ports[n]} CPUs=1 "
        "RealMemory=4000 State=UNKNOWN"
        for n in range(1, NODES + 1)
    )
    user = "root" if os.geteuid() == 0 else os.environ.get("USER", "nobody")
    conf = folder / "slurm.conf"
    conf.write_text(
        CONF.format(folder=folder, controller=ports[0], nodes=nodes, user=user, host=socket.gethostname())
    )
    place = os.environ | {"SLURM_CONF": str(conf)}
    started = []
    try:
        munge = [
            f"--{name}={folder}/munge.{name.split('-')[0]}" for name in ("log-file", "pid-file", "seed-file")
        ]
        start(started, folder, place, "munged", "--foreground", "--force", f"--socket={folder}/munge.socket",
              f"--key-file={key}", *munge)  # fmt: skip
        until(lambda: (folder / "munge.socket").exists(), "munged", folder)
        start(started, folder, place, "slurmctld", "-D", "-f", str(conf))
        for n in range(1, NODES + 1):
            start(started, folder, place, "slurmd", "-D", "-f", str(conf), "-N", f"node{n}")
        until(lambda: idle(place) == NODES, "slurmd", folder)
        yield {"SLURM_CONF": str(conf)}
    finally:
        for process in reversed(started):
            process.terminate()
        for process in reversed(started):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def start(started, folder, place, name, *words):
    with (folder / f"{name}-{len(started)}.out").open("wb") as out:
        started.append(subprocess.Popen([program(name), *words], env=place, stdout=out, stderr=out))


def idle(place):
    told = subprocess.run(
        [program("sinfo"), "-h", "-N", "-o", "%T"], env=place, capture_output=True, text=True, check=False
    )
    return told.stdout.split().count("idle")


def until(there, what, folder, seconds=90):
    end = time.monotonic() + seconds
    while not there():
        if time.monotonic() > end:
            told = "\n".join(file.read_text(errors="replace")[-800:] for file in folder.glob("*.out"))
            told += "\n".join(file.read_text(errors="replace")[-800:] for file in folder.glob("*.log"))
            raise RuntimeError(f"{what} did not come up.\n{told}")
        time.sleep(0.2)


def free_ports(count):
    """Ports that nobody listens on now, one after the other being of no matter to Slurm."""
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    found = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return found
