"""The verb as a shell sees it: one plain line when the call is wrong, no bars in a pipe, a page with pictures."""

import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

from game.author.sweep.findings import card_findings, choice_findings
from game.author.sweep.plan import run_units, settled
from game.author.sweep.pool import Here
from game.cli import main
from game.ruleset import Ruleset
from tests.author.sweeps import POLICIES, rows, swept

ROOT = Path(__file__).parents[2]
SMALL = ("--villages", "16", "--pairs", "0", "--workers", "1", "--no-page")
CALL = ("sweep", "--scenario", "ten-cooperatives", "--policy", "idle", "--runs", "2")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("sweep", "--scenario", "ten-cooperativs", "--runs", "2"), "did you mean 'ten-cooperatives'"),
        (("sweep", "--scenario", "ten-cooperatives", "--policy", "nobody", "--runs", "2"), "no policy or policy file"),
        ((*CALL[:-1], "0"), "--runs"),
        ((*CALL[:-1], "-1"), "--runs"),
        ((*CALL, "--villages", "3"), "too few"),
        ((*CALL, "--policy", "idle"), "two policies are called 'idle'"),
        ((*CALL, "--seed", "9223372036854775807"), "too large"),
        ((*CALL, "--workers", "0"), "--workers"),
        ((*CALL, "--scheduler", "nonsense"), "no address"),
    ],
)
def test_a_wrong_call_is_answered_in_one_plain_line(arguments, said, tmp_path, capsys):
    assert main([*arguments, "--out", str(tmp_path / "out")]) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert said in error
    assert len(error.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder_for_results(tmp_path, capsys):
    file = tmp_path / "results"
    file.write_text("mine", encoding="utf-8")
    assert main([*CALL, "--out", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert file.read_text(encoding="utf-8") == "mine"


def test_the_call_prints_its_rate_and_no_bar_in_a_pipe(tmp_path, capsys):
    assert main([*CALL, "--out", str(tmp_path), *SMALL]) == 0
    out, error = capsys.readouterr()
    assert re.search(r"campaigns: 2 campaigns in [0-9.]+ seconds, [0-9.]+ a second", out)
    assert "\x1b" not in out + error and "\r" not in out + error


def test_the_call_as_json_is_one_document(tmp_path, capsys):
    assert main([*CALL, "--out", str(tmp_path), *SMALL, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["campaigns"] == 2
    assert told["campaigns_a_second"] > 0
    assert "runs.csv" in told["written"]


def test_help_has_an_example():
    help_shown = said_by("main.py", "sweep", "--help")
    assert "Example:" in help_shown


def said_by(*arguments: str) -> str:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_terminal_shows_how_far_it_is(rules, tmp_path):
    screen = io.StringIO()
    swept(rules, tmp_path, console=Console(file=screen, force_terminal=True, width=100))
    assert "campaigns" in screen.getvalue()
    assert re.search(r"[0-6]/6", screen.getvalue())


def test_a_pipe_shows_nothing(rules, tmp_path):
    pipe = io.StringIO()
    swept(rules, tmp_path, console=Console(file=pipe))
    assert pipe.getvalue() == ""


@pytest.fixture(scope="module")
def page_folder(rules: Ruleset, tmp_path_factory) -> Path:
    pytest.importorskip("matplotlib")
    pytest.importorskip("jinja2")
    folder = tmp_path_factory.mktemp("page")
    swept(rules, folder, page=True)
    return folder


def test_the_page_has_its_pictures_in_itself(page_folder):
    text = (page_folder / "index.html").read_text(encoding="utf-8")
    assert text.count("<svg") == 3
    assert not re.search(r"<(script|link|img|iframe)\b|url\(http|@import", text)


def test_the_page_names_every_card_that_came_and_every_one_that_did_not(page_folder, rules):
    text = (page_folder / "index.html").read_text(encoding="utf-8")
    assert [card for card in rules.cards if f">{card}<" not in text] == []


def test_black_is_what_was_and_vermilion_what_was_filed(page_folder):
    text = (page_folder / "index.html").read_text(encoding="utf-8")
    pictures = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert ["#c2371e" in picture for picture in pictures] == [False, True, False]


def test_what_a_card_says_cannot_play_tricks_on_the_page(rules):
    pytest.importorskip("matplotlib")
    pytest.importorskip("jinja2")
    from game.author.sweep.page import page

    settings = settled(rules, "ten-cooperatives", POLICIES, 1, 1, 16, 0)[0]
    runs = dict(Here().finish(settings, run_units(settings)))
    cards = {name: replace(card, title="<script>$\\frac{1}$") for name, card in rules.cards.items()}
    other = replace(rules, cards=cards)
    found = (card_findings(settings, other, runs, {}), choice_findings(settings, other, runs, {}))
    text = page(settings, other, runs, *found)
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_the_same_results_give_the_same_page(rules, page_folder, tmp_path):
    shutil.copy(page_folder / "journal.jsonl", tmp_path)
    shutil.copy(page_folder / "sweep.json", tmp_path)
    swept(rules, tmp_path, page=True)
    assert (tmp_path / "index.html").read_bytes() == (page_folder / "index.html").read_bytes()


def test_parquet_holds_what_the_tables_hold(rules, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    swept(rules, tmp_path)
    for name in ("runs", "cards", "choices", "conditions", "spread"):
        kept = parquet.read_table(tmp_path / f"{name}.parquet").to_pylist()
        written = rows(tmp_path / f"{name}.csv")
        assert [list(row) for row in kept] == [list(row) for row in written]
        for one, other in zip(kept, written, strict=True):
            for column, value in one.items():
                told = other[column]
                if isinstance(value, float):
                    assert float(told) == pytest.approx(value, abs=1e-6)
                else:
                    assert told == ("" if value is None else str(value))


@pytest.mark.parametrize(
    ("missing", "extra", "left_out"),
    [("pyarrow", "parquet", "runs.parquet"), ("matplotlib", "sweep", "index.html"), ("jinja2", "sweep", "index.html")],
)
def test_without_an_extra_the_tables_are_there_and_a_line_says_what_to_install(
    rules, tmp_path, monkeypatch, missing, extra, left_out
):
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.delitem(sys.modules, "game.author.sweep.pictures", raising=False)
    notes: list[str] = []
    swept(rules, tmp_path, notes, runs=1, policies=("idle",), page=True)
    assert (tmp_path / "runs.csv").exists()
    assert not (tmp_path / left_out).exists()
    assert any(f"two-ledgers[{extra}]" in note for note in notes)


def test_the_game_loads_none_of_what_a_sweep_draws_with():
    heavy = "{'matplotlib', 'jinja2', 'pyarrow', 'dask', 'distributed'}"
    code = f"import sys, game.cli, game.author.sweep.verb; print(sorted({heavy} & set(sys.modules)))"
    assert said_by("-c", code) == "[]\n"


def test_a_pack_of_ones_own_is_swept_in_every_process(tmp_path: Path) -> None:
    """Worker processes read it from where it lies."""
    pack = ROOT / "docs" / "authors" / "samples" / "yunling"
    call = ["sweep", "--scenario", "first-purchase", "--policy", "idle", "--runs", "2", "--out", str(tmp_path / "out")]
    assert main([*call, *SMALL, "--pack", str(pack)]) == 0
    assert len(rows(tmp_path / "out" / "runs.csv")) == 2
    assert main(["sweep", *call[1:-1], str(tmp_path / "other"), *SMALL]) == 2
