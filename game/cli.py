"""The command: opens the game, or carries out a verb. One plain line says what is wrong; nothing prints a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from game import author_verbs, installed
from game.base.problems import CallError
from game.campaign.bench import Measured, bench
from game.campaign.calibrate import SEEDS, Compared, Values, comparable, compare, course_values
from game.campaign.game import Game
from game.campaign.policies import play_out, policy_named
from game.campaign.slots import Slots, default_folder
from game.campaign.table import as_csv
from game.command import BAD_CALL, DONE, WRONG, AsJson, Packs, console, print_json, rules
from game.ruleset import BrokenPackError, with_base
from game.state import Setup
from game.text.session import run_text

CallFault: type[Exception] = typer.BadParameter.__mro__[2]
"""What typer raises for any wrong call, named by descent: newer versions carry a copy of click of their own."""

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False,
    help="Two Ledgers: Changzhi prefecture, 1949-1961. Without a verb the game opens.",
)  # fmt: skip

Seed = Annotated[int | None, typer.Option(help="Seed of the campaign; the same seed gives the same campaign.", min=0)]
Portable = Annotated[bool, typer.Option("--portable", help="Keep everything beside the program.")]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"two-ledgers {installed.version()}")
        raise typer.Exit(DONE)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    portable: Portable = False,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Open the game."""
    if context.invoked_subcommand is None:
        raise typer.Exit(_window(None, None, None, portable, ()))


@app.command()
def play(
    scenario: Annotated[str | None, typer.Option(help="Scenario id, as `scenarios` lists them.")] = None,
    load_file: Annotated[Path | None, typer.Option("--load", help="A saved game to go on with.")] = None,
    seed: Seed = None,
    text: Annotated[bool, typer.Option("--text", help="Play as plain text, also for a screen reader.")] = False,
    pack: Packs = None,
    portable: Portable = False,
    watch: Annotated[bool, typer.Option("--watch", help="Read content again when it changes.")] = False,
) -> None:
    """Play, in the window or as plain text. Example: play --scenario ten-cooperatives --seed 7 --text."""
    if text and watch:
        raise CallError("content is watched in the window only; leave out --text or --watch")
    if text:
        raise typer.Exit(_text(scenario, load_file, seed, portable, pack or ()))
    raise typer.Exit(_window(scenario, load_file, seed, portable, pack or (), watch))


def _window(
    scenario: str | None, load_file: Path | None, seed: int | None, portable: bool, packs: Sequence[Path],
    watch: bool = False,
) -> int:
    """Open the window. Imported late, so that a machine without a screen can do all the rest."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    from game.ui.app import run  # noqa: PLC0415 - pygame is loaded for the window only

    return run(
        with_base(packs, installed.content()), installed.assets(), default_folder(installed.program(), portable),
        load=load_file, scenario=scenario, seed=seed, portable=portable, watch=watch,
    )  # fmt: skip


def _text(
    scenario: str | None, load_file: Path | None, seed: int | None, portable: bool, packs: Sequence[Path]
) -> int:
    slots = Slots(default_folder(installed.program(), portable))
    return run_text(rules(packs), slots, load_file, scenario, seed, input, typer.echo)


@app.command()
def scenarios(pack: Packs = None, as_json: AsJson = False) -> None:
    """List the scenarios. Example: scenarios --json."""
    found = [
        {
            "id": s.id, "title": s.title, "from": str(s.first), "to": str(s.last), "seasons": len(s.seasons),
            "minutes": s.minutes, "villages": s.villages, "played": s.played,
        }
        for s in rules(pack).scenarios.values()
    ]  # fmt: skip
    if as_json:
        print_json(found)
        return
    for one in found:
        how = f"{one['minutes']} minutes" if one["played"] else "runs with simulate; its cards are not all written"
        typer.echo(f"{one['id']}: {one['title']}, {one['from']} to {one['to']}, {how}")


@app.command()
def simulate(
    scenario: Annotated[str, typer.Option(help="Scenario id.")],
    policy: Annotated[str, typer.Option(help="A built-in policy, or a policy file.")],
    out: Annotated[Path, typer.Option(help="The campaign table, as CSV.")],
    seed: Seed = 1,
    villages: Annotated[int | None, typer.Option(help="Number of villages, one a county or more.")] = None,
    pack: Packs = None,
    as_json: AsJson = False,
) -> None:
    """Run one campaign without a screen.

    Example: simulate --scenario ten-cooperatives --policy historical --out out.csv.
    """
    ruleset = rules(pack)
    found = ruleset.scenarios.get(scenario)
    chosen, warnings = policy_named(policy, ruleset, found)
    for warning in warnings:
        typer.echo(str(warning), err=True)
    wanted = villages if villages is not None else found.villages if found is not None else 0
    game = Game.begin(ruleset, Setup(scenario, seed or 0, wanted, min(ruleset.backgrounds)))
    game = play_out(game, chosen)
    _write(out, as_csv(game))
    result = {
        "scenario": scenario, "policy": chosen.name, "seed": seed, "villages": wanted,
        "hash": game.state.records[-1].hash, "out": str(out),
    }  # fmt: skip
    if as_json:
        print_json(result)
    else:
        typer.echo(f"{out}: {len(game.state.records)} seasons, state {str(result['hash'])[:16]}")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as fault:
        raise CallError(f"{path} cannot be written: {fault.strerror}") from fault


@app.command("calibrate")
def calibrate_verb(
    seed: Seed = 1,
    villages: Annotated[int | None, typer.Option(help="Number of villages; with few, whole counts are missed.")] = None,
    pack: Packs = None,
    as_json: AsJson = False,
) -> None:
    """Print each documented figure beside the simulated one. Example: calibrate --json."""
    ruleset = rules(pack)
    _, figures = comparable(ruleset)
    left_out = len(ruleset.calibration) - len(figures)
    if left_out:
        typer.echo(f"{left_out} figures are not compared: no one scenario plays their seasons, too", err=True)
    compared = compare(ruleset, figures, shipped_courses(seed or 0, villages, pack or ()))
    if as_json:
        print_json([one.as_json() for one in compared])
    else:
        _print_calibration(compared)
    if any(one.status == "missed" for one in compared):
        raise typer.Exit(WRONG)


def shipped_courses(seed: int, villages: int | None, packs: Sequence[Path] = ()) -> list[Values]:
    """What the documented course gives on each seed; as many processes as there are processors share the work."""
    seeds, course = range(seed, seed + SEEDS), partial(_shipped_course, villages=villages, packs=packs)
    workers = min(SEEDS, os.cpu_count() or 1)
    with (
        console(error=True).status("playing the documented course on some seeds"),
        ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool,
    ):
        return list(pool.map(course, seeds))


def _shipped_course(seed: int, villages: int | None, packs: Sequence[Path]) -> Values:
    """One seed's course. It reads the content again, so that only numbers pass between processes."""
    ruleset = rules(packs)
    scenario, figures = comparable(ruleset)
    return course_values(ruleset, seed, villages, scenario, figures)


def _print_calibration(compared: list[Compared]) -> None:
    table = Table(box=None, pad_edge=False)
    for head in ("figure", "place", "rung", "documented", "simulated", "tolerance", "unit", "page", "status"):
        table.add_column(head, overflow="fold")
    for one in compared:
        figure, data = one.figure, one.as_json()
        documented = f"{figure.low:g}" if figure.low == figure.high else f"{figure.low:g} to {figure.high:g}"
        table.add_row(
            figure.title, figure.place, figure.rung, documented, _number(one.simulated), f"{figure.tolerance:.0%}",
            figure.unit, data["page"], one.status,
        )  # fmt: skip
    console().print(table)


def _number(simulated: float | None) -> str:
    return "not modelled" if simulated is None else f"{simulated:.6g}"


@app.command("bench")
def bench_verb(
    nation: Annotated[bool, typer.Option(help="Measure 700,000 villages too; this takes some gigabytes.")] = True,
    as_json: AsJson = False,
) -> None:
    """Measure what seasons, campaigns and replays cost, beside yardsticks. Example: bench --json."""
    with console(error=True).status("measuring") as status:
        lines = bench(rules, lambda what: status.update(f"measuring, {what}"), nation)
    if as_json:
        print_json([line.as_json() for line in lines])
    else:
        _print_bench(lines)


def _print_bench(lines: list[Measured]) -> None:
    table = Table(box=None, pad_edge=False)
    for head in ("what", "villages", "measured", "unit", "times", "yardstick", "budget", ""):
        right = head in ("villages", "measured", "times", "budget")
        table.add_column(head, overflow="fold", justify="right" if right else "left")
    for line in lines:
        table.add_row(
            line.id, f"{line.villages:,}", f"{line.value:,.3f}", line.unit, _or_nothing(line.times), line.yardstick,
            _or_nothing(line.budget), {None: "", True: "met", False: "NOT MET"}[line.met],
        )  # fmt: skip
    console().print(table)


def _or_nothing(number: float | None) -> str:
    return "" if number is None else f"{number:,.2f}"


author_verbs.register(app)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; the exit status is 0 done, 1 the thing checked is wrong, 2 the call is wrong."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        result = app(args=arguments, prog_name="two-ledgers", standalone_mode=False)
    except CallFault as fault:
        return _refused(_plain(fault))
    except BrokenPackError as fault:
        for problem in fault.problems:
            typer.echo(str(problem), err=True)
        return WRONG
    except CallError as fault:
        return _refused(str(fault))
    except (KeyboardInterrupt, typer.Abort):
        return BAD_CALL
    return result if isinstance(result, int) else DONE


def _refused(sentence: str) -> int:
    typer.echo(sentence, err=True)
    return BAD_CALL


def _plain(fault: Exception) -> str:
    """A wrong call as one line, with what to do."""
    words = fault.format_message() if isinstance(fault, typer.BadParameter) else str(getattr(fault, "message", fault))
    return f"{' '.join(words.split()).rstrip('.')}; --help shows how it is called"
