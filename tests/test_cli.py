"""The command, as a shell and a script see it: output, exit status, one plain line when the call is wrong."""

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FIRST_COLUMNS = [
    "turn", "year", "season", "county", "villages", "households", "population", "share_individual",
    "share_mutual_aid", "share_mutual_aid_nominal", "share_lower_coop", "share_higher_coop", "share_commune",
    "cooperatives", "mean_coop_households", "draught_animals", "draught_animals_pooled", "sown_mou",
    "cash_crop_share", "grain_output_true", "grain_output_county_reported", "grain_output_filed", "yield_true",
    "yield_filed", "tax", "procurement", "relief", "loans_outstanding", "grain_marketed", "stocks",
    "hidden_stocks", "grain_available_per_head", "births", "deaths", "excess_deaths", "fled", "trust", "fear",
    "effort", "land_price", "weather",
]  # fmt: skip


def run(*arguments, cwd=ROOT, stdin=""):
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", timeout=180, check=False,
    )


def simulated(tmp_path, *more):
    out = tmp_path / "out.csv"
    done = run("simulate", "--scenario", "ten-cooperatives", "--out", out, "--villages", 48, *more)
    assert done.returncode == 0, done.stderr
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_version_is_one_line():
    done = run("--version")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1


def test_help_lists_the_verbs():
    done = run("--help")
    for verb in ("play", "scenarios", "simulate", "calibrate", "check", "bench"):
        assert verb in done.stdout


@pytest.mark.parametrize("verb", ["play", "scenarios", "simulate", "calibrate", "check", "bench"])
def test_each_verb_explains_itself_with_an_example(verb):
    done = run(verb, "--help")
    assert done.returncode == 0
    assert "Example:" in done.stdout


def test_scenarios_as_json():
    found = json.loads(run("scenarios", "--json").stdout)
    ten = next(one for one in found if one["id"] == "ten-cooperatives")
    assert (ten["from"], ten["to"], ten["seasons"], ten["minutes"]) == ("1951-spring", "1951-winter", 4, 20)


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("simulate",),
        ("simulate", "--scenario", "ten-cooperativs", "--policy", "idle", "--out", "x.csv"),
        ("simulate", "--scenario", "ten-cooperatives", "--policy", "nobody", "--out", "x.csv"),
        ("simulate", "--scenario", "ten-cooperatives", "--policy", "idle", "--out", "x.csv", "--villages", "3"),
        ("simulate", "--scenario", "ten-cooperatives", "--policy", "idle", "--out", "x.csv", "--seed", "x"),
        ("simulate", "--scenario", "ten-cooperatives", "--policy", "idle", "--out", "x.csv", "--villages", "999999999"),
        ("check", "no/such/folder"),
        ("play", "--text", "--load", "no-such-save.json"),
        ("play", "--text", "--scenario", "no-such-scenario"),
    ],
)
def test_a_wrong_call_is_answered_in_one_plain_line(arguments, tmp_path):
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_policy_file_with_a_mistake_names_line_and_column(tmp_path):
    policy = tmp_path / "mine.yaml"
    policy.write_text("policy: mine\nsettings:\n  - releif: 1\n", encoding="utf-8")
    done = run("simulate", "--scenario", "ten-cooperatives", "--policy", policy, "--out", tmp_path / "x.csv")
    assert done.returncode == 2
    assert "mine.yaml:3:5: unknown-setting:" in done.stderr
    assert "did you mean 'relief'?" in done.stderr


def test_the_campaign_table_has_its_columns_in_order(tmp_path):
    rows = simulated(tmp_path, "--policy", "historical")
    assert list(rows[0])[: len(FIRST_COLUMNS)] == FIRST_COLUMNS
    assert len(rows) == 4 * 17
    assert [row["county"] for row in rows[:17]][-1] == "prefecture"
    assert [row["turn"] for row in rows[::17]] == ["1", "2", "3", "4"]


def test_the_table_adds_up(tmp_path):
    rows = simulated(tmp_path, "--policy", "idle")
    for season in ("spring", "summer", "autumn", "winter"):
        counties = [row for row in rows if row["season"] == season and row["county"] != "prefecture"]
        whole = next(row for row in rows if row["season"] == season and row["county"] == "prefecture")
        for column in ("population", "draught_animals", "grain_output_true", "tax", "births", "deaths"):
            assert abs(sum(int(row[column]) for row in counties) - int(whole[column])) <= len(counties)
    for row in rows:
        shares = ("share_individual", "share_mutual_aid", "share_lower_coop", "share_higher_coop", "share_commune")
        assert abs(sum(float(row[column]) for column in shares) - 1.0) < 1e-4
        assert (row["yield_true"] != "") == (row["season"] == "autumn")
        assert float(row["excess_deaths"]) >= 0.0


def test_the_same_seed_gives_the_same_hash_and_another_seed_another(tmp_path):
    def state_hash(seed):
        done = run("simulate", "--scenario", "ten-cooperatives", "--policy", "random", "--seed", seed,
                   "--villages", 48, "--out", tmp_path / "x.csv", "--json")
        return json.loads(done.stdout)["hash"]

    assert state_hash(5) == state_hash(5) != state_hash(6)


def test_calibrate_reports_every_figure_with_its_page():
    done = run("calibrate", "--json")
    figures = json.loads(done.stdout)
    assert len(figures) >= 12
    for figure in figures:
        assert set(figure) >= {"id", "place", "rung", "documented", "simulated", "tolerance", "unit", "page", "status"}
        assert figure["status"] in {"met", "missed", "unmet"}
    assert done.returncode == int(any(figure["status"] == "missed" for figure in figures))
    assert done.returncode == 0, [figure for figure in figures if figure["status"] == "missed"]


def test_the_shipped_content_checks_clean():
    done = run("check", "--json")
    assert json.loads(done.stdout) == []
    assert done.returncode == 0


def test_a_pack_with_a_fault_is_wrong_and_says_where(tmp_path):
    import shutil

    pack = tmp_path / "content"
    shutil.copytree(ROOT / "content", pack)
    deck = next((pack / "decks").rglob("spring.deck.yaml"))
    deck.write_text(deck.read_text(encoding="utf-8").replace("weight:", "wieght:", 1), encoding="utf-8")
    done = run("check", pack)
    assert done.returncode == 1
    assert "spring.deck.yaml:" in done.stdout
    assert "did you mean 'weight'" in done.stdout


@pytest.mark.parametrize("data", [b"", b"{}", b"\x00" * 100, b'{"format": "two-ledgers-save", "version": 1'])
def test_a_file_that_is_no_save_is_refused_with_status_2(tmp_path, data):
    save = tmp_path / "file.json"
    save.write_bytes(data)
    done = run("play", "--text", "--load", save)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there is always a screen there")
def test_without_a_screen_the_game_says_what_else_can_be_done(tmp_path):
    environment = {key: value for key, value in os.environ.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    environment = {key: value for key, value in environment.items() if not key.startswith("SDL_")}
    done = subprocess.run(
        [sys.executable, "main.py"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**environment, "TWO_LEDGERS_SAVES": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stdout == ""
    assert "play --text" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_in_no_pack_is_said_to_be_in_none(tmp_path):
    (tmp_path / "notes.yaml").write_bytes(b"\x00\xff")
    done = run("check", tmp_path / "notes.yaml")
    assert done.returncode == 1
    assert "missing-file" in done.stdout
