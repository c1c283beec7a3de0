"""The verbs of authors, from `new` to `deck-book`. Thin: what they do stands in game/author, pictures in game/ui."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from game import installed
from game.author import beginning, fixing, preview, schemas, staging
from game.author import check as author_check
from game.author.check import Form
from game.author.sweep.plan import PAIRS, VILLAGES
from game.author.templates import What
from game.base.problems import CallError
from game.command import AsJson, Packs, console, print_json, rules
from game.ruleset.loading import load, with_base
from game.ruleset.packs import MANIFEST, enclosing, is_zip


def register(app: typer.Typer) -> None:
    """Add the verbs to the command, in the order in which an author comes to need them."""
    app.command()(new)
    app.command("preview")(preview_verb)
    app.command()(check)
    app.command()(schema)
    app.command("sweep")(sweep_verb)
    app.command("deck-book")(deck_book)


def with_shipped(packs: list[Path] | None, near: Path | None = None) -> list[Path]:
    """The shipped pack, the packs that are named, and the one around a place; without it, if one of these is whole."""
    around = [enclosing(near)] if near is not None and (enclosing(near) / MANIFEST).is_file() else []
    return list(with_base([*(packs or []), *around], installed.content()))


def schema(
    kind: Annotated[str | None, typer.Argument(help="Print the schema of one kind: deck, archive, people ..")] = None,
    out: Annotated[Path | None, typer.Option(help="A folder: write the schemas of every kind into it.")] = None,
    pack: Packs = None,
) -> None:
    """Write the JSON Schemas from which an editor completes. Example: schema --out my-pack/schemas."""
    if (kind is None) == (out is None):
        raise CallError("name a kind of file to print its schema, or a folder with --out to write all of them")
    if kind is not None:
        typer.echo(schemas.one(kind, with_shipped(pack)), nl=False)
    elif out is not None:
        written = schemas.write(out, with_shipped(pack, out.parent))
        typer.echo(f"{out}: {len(written)} schemas written")


def new(
    what: Annotated[What, typer.Argument(help="What to begin.")],
    name: Annotated[str, typer.Option("--id", help="Its id; small letters, digits and hyphens.")] = "",
    kind: Annotated[str, typer.Option(help="Of a card: report, petition ..; of an entry: term, place ..")] = "",
    out: Annotated[Path | None, typer.Option(help="A new file, for a pack a new folder; else it is printed.")] = None,
    pack: Packs = None,
) -> None:
    """Begin a card, an entry, a scenario or a pack. Example: new card --id a-dry-well --out my/decks/well.deck.yaml."""
    begun = beginning.begin(what, name, kind, with_shipped(pack, out), out)
    if isinstance(begun, str):
        typer.echo(begun, nl=False)
        return
    for path in begun:
        typer.echo(str(path))


def preview_verb(
    card: Annotated[str, typer.Argument(help="A card's id.")],
    png: Annotated[Path | None, typer.Option(help="Write a picture of it, as the window shows it.")] = None,
    window: Annotated[bool, typer.Option("--window", help="Open the window on it; it follows what you save.")] = False,
    season: Annotated[str | None, typer.Option(help="As 1952-spring; else the first in which it can come.")] = None,
    values: Annotated[list[str] | None, typer.Option("--set", help="NAME=VALUE: conditions, flags, settings.")] = None,
    answer: Annotated[str | None, typer.Option(help="A choice: show also what comes after it.")] = None,
    reduced: Annotated[bool, typer.Option("--reduced", help="Hard subjects in their reduced form.")] = False,
    text_size: Annotated[float, typer.Option(help="Of the picture or window, 1 to 2.", min=1.0, max=2.0)] = 1.0,
    scenario: Annotated[str | None, typer.Option(help="Scenario id; else one that fits the card.")] = None,
    policy: Annotated[str, typer.Option(help="Who sat at the desk until then.")] = "historical",
    seed: Annotated[int, typer.Option(help="Seed of the campaign.", min=0)] = 1,
    pack: Packs = None,
) -> None:
    """Show a card as the player will see it. Example: preview which-ten --set hungry_share=0.1 --png card.png."""
    if png is not None and window:
        raise CallError("a picture is drawn without a window; leave out --png or --window")
    packs = with_base(pack or (), installed.content())
    ruleset = load(packs)
    found = staging.card_of(ruleset, card)
    wanted = staging.Wanted(scenario, season, policy, seed, staging.given(values or ()))
    game = staging.stage(ruleset, found, wanted)
    after = preview.answered(game, found, answer) if answer is not None else game
    if png is None and not window:
        for line in (*preview.as_text(game, found, reduced, answer), *preview.notes(game, found)):
            typer.echo(line)
        return
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    if png is not None:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.ui import card_picture  # noqa: PLC0415 - pygame is loaded for pictures only

    if png is not None:
        card_picture.draw(after, card, installed.assets(), png, reduced=reduced, text_scale=text_size)
        typer.echo(f"{png}: {found.title}, {game.state.season}")
    else:
        card_picture.show(after, card, installed.assets(), packs, reduced=reduced, text_scale=text_size)


def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Packs, folders, files; else what is shipped.")] = None,
    pack: Packs = None,
    tests: Annotated[bool, typer.Option("--tests", help="Play the deck tests of the packs, too.")] = False,
    as_json: AsJson = False,
    form: Annotated[Form, typer.Option("--format", help="github: annotations of a pull request.")] = "text",
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is obvious first, and say what was mended.")] = False,
) -> None:
    """Check packs and say everything that is wrong, with file, line and column. Example: check content --fix."""
    wanted = [*(paths or ()), *(pack or ())] or [installed.content()]
    for zipped in filter(is_zip, wanted if fix else ()):
        typer.echo(f"{zipped} is a zip and stays as it is; mend the folder that it was packed from", err=True)
    form = "json" if as_json else form
    for mended in fixing.fix(wanted, installed.content()) if fix else ():
        typer.echo(str(mended), err=form != "text")
    raise typer.Exit(author_check.run(wanted, form, base=installed.content(), tests=tests))


def sweep_verb(
    scenario: Annotated[str, typer.Option(help="Scenario id.")],
    runs: Annotated[int, typer.Option(help="Campaigns of each policy, on seeds that all share.", min=1)],
    out: Annotated[Path, typer.Option(help="Folder of the results; the same folder goes on where it stopped.")],
    policy: Annotated[
        list[str] | None, typer.Option(help="A built-in policy, or a policy file; several; none: all built in.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(help="Processes; as many as there are processors, if not given.", min=1, max=1024)
    ] = None,
    scheduler: Annotated[str | None, typer.Option(help="Address of a Dask scheduler that does the work.")] = None,
    seed: Annotated[int, typer.Option(help="The first seed.", min=0)] = 1,
    villages: Annotated[int, typer.Option(help="Villages, one a county or more; few, to be quick.")] = VILLAGES,
    pairs: Annotated[
        int, typer.Option(help="Campaigns for each card and policy that are run again without the card.", min=0)
    ] = PAIRS,
    page: Annotated[bool, typer.Option(help="Draw the page with pictures.")] = True,
    pack: Packs = None,
    as_json: AsJson = False,
) -> None:
    """Run many campaigns and tell what cards, answers and policies come to.

    Example: sweep --scenario ten-cooperatives --policy historical --policy zealot --runs 50 --out out/sweep.
    """
    from game.author.sweep.verb import Request, sweep  # noqa: PLC0415 - for this verb only

    request = Request(scenario, policy or (), runs, out, seed, villages, pairs, workers, scheduler, page, pack or ())
    done = sweep(request, rules(pack), lambda line: typer.echo(line, err=True), console(error=True))
    if as_json:
        print_json(done.as_json())
        return
    for rate in done.rates:
        if rate.campaigns or rate.there:
            typer.echo(str(rate))
    typer.echo(f"{out}: {', '.join(done.written)}")


def deck_book(
    out: Annotated[Path, typer.Option(help="The folder to write it to.")] = Path("deck-book"),
    scenario: Annotated[str | None, typer.Option(help="Only the cards of this scenario.")] = None,
    pack: Packs = None,
) -> None:
    """Write the deck as a book for review, as HTML and PDF. Example: deck-book --out review."""
    from game.author.book.write import write  # noqa: PLC0415 - no other verb needs it

    with console(error=True).status("setting the book"):
        written = write(with_base(pack or (), installed.content()), out, installed.assets() / "fonts", scenario)
    for file in written.files:
        typer.echo(str(file))
    if written.lacks:
        typer.echo(written.lacks, err=True)
