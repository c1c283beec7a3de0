"""The slip of instructions: the choices with what is certain about them, and somebody's guess."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pygame import Surface

from game.base.refusal import Refusal
from game.campaign.deciding import closed
from game.campaign.pages import CardPage, ChoicePage
from game.text.figures import millions, whole
from game.text.words import refusal_words
from game.ui import lines
from game.ui.markup import parse
from game.ui.palette import UMBER
from game.ui.paragraph import set_words
from game.ui.scenes.measures import Measure, indicator_lower, unit
from game.ui.session import Session
from game.ui.theme import DOCUMENT_BOLD
from game.ui.transition import Transition
from game.ui.widgets.choice import Choice, Fact

OnChoice = Callable[[ChoicePage], Transition | None]
SHORT_UNITS: Final = ("%",)


class SlipChoice(Choice):
    """A choice; one that cannot be taken is struck through, and says why."""

    def paint(self, surface: Surface) -> None:
        super().paint(surface)
        if self.enabled:
            return
        theme = self.theme
        title = set_words(parse(self.label), self._room(self.rect.w, theme), DOCUMENT_BOLD, theme.type)
        y = self.rect.y + theme.px(8) + theme.type.baseline(DOCUMENT_BOLD) - theme.text_px(5)
        left = self.rect.x + self._text_left(theme)
        for line in title.lines:
            if line:
                lines.horizontal(surface, left, left + line[-1].x + line[-1].width, y, UMBER, theme.stroke())
            y += theme.type.leading(DOCUMENT_BOLD)


def choices(session: Session, page: CardPage, on_choose: OnChoice, on_consider: OnChoice) -> list[SlipChoice]:
    """The answers to a card, in their order."""
    return [_choice(session, choice, on_choose, on_consider) for choice in page.choices]


def _choice(session: Session, choice: ChoicePage, on_choose: OnChoice, on_consider: OnChoice) -> SlipChoice:
    return SlipChoice(
        choice.number, choice.choice.text, told(session, choice), facts(session, choice), lambda: on_choose(choice),
        on_consider=lambda: on_consider(choice), refusal="" if choice.open else why_closed(session, choice),
    )  # fmt: skip


def told(session: Session, choice: ChoicePage) -> str:
    """What a named person expects; it may be wrong."""
    guess = choice.choice.guess
    person = session.rules.people.get(choice.guess_by)
    if guess is None or person is None:
        return ""
    return session.texts("card.slip.guess", says=guess.says, who=person.name)


def why_closed(session: Session, choice: ChoicePage) -> str:
    """Why a choice cannot be taken now."""
    playing = session.playing
    refusal = closed(choice.choice, playing.state, playing.rules)
    return refusal_words(session.texts, refusal) if isinstance(refusal, Refusal) else choice.choice.locked


def facts(session: Session, choice: ChoicePage) -> tuple[Fact, ...]:
    """What is certain: team-turns, grain from the reserve, the figure filed, and that it tells something."""
    texts, state, costs = session.texts, session.playing.state, choice.choice.costs
    found = []
    if costs.team_turns:
        left = whole(state.team_turns)
        found.append(
            Fact(texts("card.slip.turns"), texts("card.slip.turns-value", needed=costs.team_turns, left=left))
        )
    if costs.reserve_jin:
        needed, left = millions(costs.reserve_jin), millions(state.reserve_jin)
        found.append(
            Fact(texts("card.slip.reserve"), texts("card.slip.reserve-value", needed=needed, left=left))
        )
    if choice.files is not None:
        indicator, value = choice.files
        figure = f"{Measure(indicator).text(value)} {unit(texts, indicator)}"
        found.append(Fact(texts("card.slip.files", what=indicator_lower(texts, indicator)), figure, "filed"))
    if choice.reveals:
        found.append(Fact(texts("card.slip.reveals")))
    return tuple(found)
