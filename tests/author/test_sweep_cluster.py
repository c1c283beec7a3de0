"""A sweep on a Dask cluster: a real scheduler, two working processes, one of them killed in the middle."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from game.author.sweep import cluster
from game.author.sweep.journal import JOURNAL
from game.base.problems import CallError
from game.cli import main
from tests.author.sweeps import swept, tables

distributed = pytest.importorskip("distributed")

ROOT = Path(__file__).parents[2]


def started(what: str, *arguments: str) -> subprocess.Popen:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments, "--no-dashboard"],
        cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory):
    """The address of a scheduler on loopback."""
    told = tmp_path_factory.mktemp("scheduler") / "scheduler.json"
    process = started("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(told))
    try:
        yield address_in(told)
    finally:
        process.kill()
        process.wait()


def address_in(told: Path) -> str:
    until = time.monotonic() + 30.0
    while time.monotonic() < until:
        try:
            return json.loads(told.read_text(encoding="utf-8"))["address"]
        except (OSError, ValueError, KeyError):
            time.sleep(0.05)
    raise AssertionError("the scheduler does not start")


@pytest.fixture
def workers(scheduler, tmp_path):
    """Two working processes without anyone who would start them again."""
    own = ("--no-nanny", "--nthreads", "1", "--local-directory", str(tmp_path / "dask"))
    there = [started("worker", scheduler, *own) for _ in range(2)]
    try:
        with distributed.Client(scheduler, timeout=30, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield there
    finally:
        for process in there:
            process.kill()
            process.wait()


def kill_when_some_are_done(process: subprocess.Popen, journal: Path) -> None:
    while not journal.exists() or journal.read_bytes().count(b"\n") < 4:
        time.sleep(0.01)
    process.kill()


def test_with_a_worker_killed_in_the_middle_a_cluster_comes_to_the_same_bytes_as_one_process(
    rules, scheduler, workers, tmp_path
):
    far, here = tmp_path / "far", tmp_path / "here"
    killer = threading.Thread(target=kill_when_some_are_done, args=(workers[0], far / JOURNAL), daemon=True)
    killer.start()
    done = swept(rules, far, runs=8, scheduler=scheduler)
    killer.join(10)
    assert workers[0].wait(10) != 0
    assert workers[1].poll() is None
    assert done.rates[0].campaigns == 16
    swept(rules, here, runs=8)
    assert tables(far) == tables(here)


def test_a_scheduler_without_workers_is_told_in_a_line(scheduler, monkeypatch):
    monkeypatch.setattr(cluster, "TIMEOUT_SECONDS", 1.0)
    with pytest.raises(CallError, match="has no workers"):
        cluster.Cluster(scheduler)


def test_a_scheduler_that_does_not_answer_is_told_in_a_line(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(cluster, "TIMEOUT_SECONDS", 1.0)
    call = ["sweep", "--scenario", "ten-cooperatives", "--runs", "1", "--out", str(tmp_path / "out")]
    assert main([*call, "--scheduler", "tcp://127.0.0.1:1"]) == 2
    error = capsys.readouterr().err
    assert len(error.splitlines()) == 1
    assert "no Dask scheduler answers at 'tcp://127.0.0.1:1'" in error
    assert list(tmp_path.iterdir()) == []
