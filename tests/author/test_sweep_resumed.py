"""A sweep that was stopped goes on: nothing lost, nothing counted twice, nothing mixed."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from game.author.sweep.journal import JOURNAL, SETTINGS, Journal
from game.author.sweep.plan import run_units, settled
from game.author.sweep.pool import Here, Processes
from game.base.problems import CallError
from game.ruleset import Ruleset
from tests.author.sweeps import POLICIES, swept, tables

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def finished(rules: Ruleset, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The tables of a sweep that nothing disturbed."""
    folder = tmp_path_factory.mktemp("finished")
    swept(rules, folder)
    return {**tables(folder), JOURNAL: (folder / JOURNAL).read_bytes(), SETTINGS: (folder / SETTINGS).read_bytes()}


def folder_with(finished: dict[str, bytes], folder: Path, journal: bytes) -> Path:
    (folder / SETTINGS).write_bytes(finished[SETTINGS])
    (folder / JOURNAL).write_bytes(journal)
    return folder


def gone_on(rules: Ruleset, finished: dict[str, bytes], folder: Path, journal: bytes) -> tuple[int, list[str]]:
    """How many campaigns are played when a sweep goes on from a journal, and what is said; the tables must be equal."""
    notes: list[str] = []
    done = swept(rules, folder_with(finished, folder, journal), notes)
    assert tables(folder) == {name: finished[name] for name in tables(folder)}
    assert sorted((folder / JOURNAL).read_bytes().splitlines()) == sorted(finished[JOURNAL].splitlines())
    return done.rates[0].campaigns, notes


def test_what_is_done_is_not_done_again(rules, finished, tmp_path):
    assert gone_on(rules, finished, tmp_path, finished[JOURNAL])[0] == 0


def test_a_half_written_line_is_dropped_and_run_again(rules, finished, tmp_path):
    lines = finished[JOURNAL].splitlines(keepends=True)
    campaigns, notes = gone_on(rules, finished, tmp_path, b"".join(lines[:3]) + lines[3][: len(lines[3]) // 2])
    assert campaigns == 3
    assert any("1 results" in note and "run again" in note for note in notes)


def test_a_line_without_its_end_is_not_trusted(rules, finished, tmp_path):
    assert gone_on(rules, finished, tmp_path, finished[JOURNAL][:-1])[0] == 1


def test_a_changed_byte_is_found(rules, finished, tmp_path):
    damaged = bytearray(finished[JOURNAL])
    damaged[len(damaged) // 2] ^= 1
    assert gone_on(rules, finished, tmp_path, bytes(damaged))[0] == 1


def test_a_line_that_stands_twice_counts_once(rules, finished, tmp_path):
    first = finished[JOURNAL].splitlines(keepends=True)[0]
    assert gone_on(rules, finished, tmp_path, first + finished[JOURNAL])[0] == 0


def test_a_journal_of_something_else_is_no_result(rules, finished, tmp_path):
    assert gone_on(rules, finished, tmp_path, b"\x00\xff\n" + b"[" * 5000 + b"\n")[0] == 6


def test_damaged_tables_are_written_anew(rules, finished, tmp_path):
    folder_with(finished, tmp_path, finished[JOURNAL])
    (tmp_path / "cards.csv").write_bytes(b"")
    swept(rules, tmp_path)
    assert (tmp_path / "cards.csv").read_bytes() == finished["cards.csv"]


@pytest.mark.parametrize("other", [{"runs": 4}, {"villages": 17}, {"policies": ("idle",)}, {"pairs": 1}, {"seed": 2}])
def test_other_settings_are_refused_in_the_same_folder(rules, finished, tmp_path, other):
    folder_with(finished, tmp_path, finished[JOURNAL])
    with pytest.raises(CallError, match=f"other settings.*{next(iter(other))}"):
        swept(rules, tmp_path, **other)
    assert (tmp_path / JOURNAL).read_bytes() == finished[JOURNAL]


def test_results_of_another_program_are_refused(rules, finished, tmp_path):
    folder_with(finished, tmp_path, finished[JOURNAL])
    path = tmp_path / SETTINGS
    path.write_bytes(path.read_bytes().replace(b'"program": "', b'"program": "9'))
    with pytest.raises(CallError, match="another version"):
        swept(rules, tmp_path)


@pytest.mark.parametrize("settings", [b"", b"[]", b"\xff", b"[" * 100_000])
def test_a_folder_whose_settings_are_damaged_is_refused(rules, finished, tmp_path, settings):
    folder_with(finished, tmp_path, finished[JOURNAL])
    (tmp_path / SETTINGS).write_bytes(settings)
    with pytest.raises(CallError, match="damaged"):
        swept(rules, tmp_path)


def test_two_sweeps_do_not_write_to_one_folder(rules, tmp_path):
    settings = settled(rules, "ten-cooperatives", POLICIES, 3, 1, 16, 0)[0]
    with Journal(tmp_path, settings), pytest.raises(CallError, match="another sweep is writing"):
        swept(rules, tmp_path)


def test_a_working_process_that_is_killed_costs_no_result(rules):
    settings = settled(rules, "ten-cooperatives", POLICIES, 5, 1, 16, 0)[0]
    units, workers = run_units(settings), Processes(2)
    try:
        working = workers.finish(settings, units)
        found = dict([next(working)])
        multiprocessing.active_children()[0].kill()
        found |= dict(working)
    finally:
        workers.close()
    assert found == dict(Here().finish(settings, units))


class Doomed(Processes):
    """Processes that die before they have done anything."""

    def _fresh(self) -> ProcessPoolExecutor:
        spawn = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(1, mp_context=spawn, initializer=os._exit, initargs=(1,))


def test_working_processes_that_always_die_are_told_in_a_sentence(rules):
    settings = settled(rules, "ten-cooperatives", POLICIES, 1, 1, 16, 0)[0]
    workers = Doomed(1)
    with pytest.raises(CallError, match="killed again and again"):
        list(workers.finish(settings, run_units(settings)))
    workers.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")
def test_a_sweep_that_is_killed_goes_on(rules, finished, tmp_path):
    call = [
        "sweep", "--scenario", "ten-cooperatives", *(f"--policy={name}" for name in POLICIES), "--runs", "3",
        "--villages", "16", "--pairs", "0", "--workers", "2", "--out", str(tmp_path),
    ]  # fmt: skip
    running = subprocess.Popen([sys.executable, "main.py", *call], cwd=ROOT, stdout=subprocess.PIPE)
    while not (tmp_path / JOURNAL).exists() or not (tmp_path / JOURNAL).stat().st_size:
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGKILL)
    running.communicate(timeout=30)
    there = (tmp_path / JOURNAL).read_bytes().count(b"\n")
    campaigns, _ = gone_on(rules, finished, tmp_path, (tmp_path / JOURNAL).read_bytes())
    assert campaigns == 6 - there < 6
