"""One season in plain text: where things stand, and the menu of what can be done until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from game.campaign.desk import desk_page, season_page
from game.campaign.game import Game
from game.campaign.pages import DeskPage, OfficeRow
from game.text.archive import show_archive
from game.text.closing import close, read_out
from game.text.counties import say_team_turns, show_counties
from game.text.desks import show_desks
from game.text.keeping import show_game_menu
from game.text.papers import next_paper, open_paper, show_papers
from game.text.reports import show_reports
from game.text.sitting import Sitting
from game.text.talk import Option, Talk
from game.text.why import show_ledgers
from game.text.words import counted, season_name, sentence

CLOSE: Final = 10
"""The number of the answer that closes the season: the default once no paper is left."""
UNDECIDED: Final = 0.2
"""A line weaker than this is called undecided."""


def play_season(sitting: Sitting) -> None:
    """The menu of a season, until it is closed."""
    season = sitting.game.state.season
    _say_season(desk_page(sitting.game), sitting)
    while sitting.game.state.season == season and not sitting.game.state.ended:
        _say_guide(sitting)
        sitting.talk.head("play.menu.title")
        paper = next_paper(sitting)
        options = _menu(sitting)
        number = sitting.talk.choose([option for option, _ in options], 1 if paper else CLOSE, back=False)
        options[number - 1][1]()


def _menu(sitting: Sitting) -> list[tuple[Option, Callable[[], object]]]:
    """What can be done, always under the same number."""
    texts, paper = sitting.texts, next_paper(sitting)
    wants = desk_page(sitting.game).unanswered
    first = Option(texts("play.menu.no-paper"))
    if paper is not None:
        waiting = counted(texts, "play.menu.wants", wants)
        first = Option(texts("play.menu.next-paper", title=paper.card.title), (waiting,))
    return [
        (first, lambda: open_paper(paper.card, sitting) if paper else show_papers(sitting)),
        (Option(texts("play.menu.papers")), lambda: show_papers(sitting)),
        (Option(texts("play.menu.ledgers")), lambda: show_ledgers(sitting)),
        (Option(texts("play.menu.desks")), lambda: show_desks(sitting)),
        (Option(texts("play.menu.counties")), lambda: show_counties(sitting)),
        (Option(texts("play.menu.reports")), lambda: show_reports(sitting)),
        (Option(texts("play.menu.above")), lambda: _say_above(sitting)),
        (Option(texts("play.menu.archive")), lambda: show_archive(sitting)),
        (Option(_undo_words(sitting)), lambda: _undo(sitting)),
        (Option(texts("play.menu.close")), lambda: close(sitting)),
        (Option(texts("play.menu.game")), lambda: show_game_menu(sitting)),
    ]


def _say_season(page: DeskPage, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    talk.heading(season_name(texts, page.season))
    talk.tell("play.season-of", turn=page.turn, seasons=page.seasons)
    for heard in page.heard:
        talk.tell("play.heard", words=texts(heard))
    talk.line(counted(texts, "play.menu.wants", page.unanswered))
    say_team_turns(sitting)
    talk.tell("play.reserve", jin=f"{page.reserve_jin:,.0f}")


def _say_guide(sitting: Sitting) -> None:
    """The guide's next hint, once; said in the words of text play where it has its own."""
    hint = desk_page(sitting.game).guide
    if hint is not None and hint != sitting.advised:
        sitting.advised, texts = hint, sitting.texts
        own = f"play.{hint}"
        sitting.talk.say("")
        sitting.talk.tell("play.advice", words=texts(own if texts.has(own) else hint))


def _say_above(sitting: Sitting) -> None:
    """Every superior: the line that has been heard, how warm it is, what it doubts."""
    sitting.talk.head("play.above.title")
    for office in desk_page(sitting.game).offices:
        _say_office(office, sitting)


def _say_office(office: OfficeRow, sitting: Sitting) -> None:
    talk, texts = sitting.talk, sitting.texts
    talk.heading(sentence(texts(f"office.{office.id}.long")))
    talk.tell("play.above.line", line=texts(f"office.{line_word(office.heard_line)}"))
    talk.tell("play.above.standing", standing=texts(f"standing.{office.standing}"))
    talk.tell("play.above.suspicion", suspicion=texts(f"suspicion.{office.suspicion}"))


def line_word(line: float | None) -> str:
    """The word for an office's line, -1 caution to 1 advance, as far as it was heard."""
    if line is None:
        return "line-unknown"
    if abs(line) < UNDECIDED:
        return "line-undecided"
    return "line-advance" if line > 0 else "line-caution"


def _undo_words(sitting: Sitting) -> str:
    page = desk_page(sitting.game)
    if page.undo is None:
        return sitting.texts("play.menu.no-undo")
    return sitting.texts("play.menu.undo", what=sitting.texts(page.undo, **page.undo_values))


def _undo(sitting: Sitting) -> None:
    if sitting.undo():
        sitting.talk.tell("play.undone")


def season_in_words(game: Game) -> str:
    """The page of the last closed season, then how the new one stands, as text play says them; nothing is asked."""
    lines: list[str] = []
    sitting = Sitting(Talk(game.rules.texts, _nobody_answers, lines.append), game, keep=lambda save: None)
    if game.state.records:
        read_out(season_page(game, game.state.records[-1].season), sitting)
    if not game.state.ended:
        _say_season(desk_page(game), sitting)
    return "\n".join(lines) + "\n"


def _nobody_answers(prompt: str) -> str:
    raise EOFError(prompt)
