"""Decks in a file: ``cards:`` and a list of cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import Field, model_validator

from game.base.seasons import Season
from game.events.cards import Card, Choice, Costs, Filed, Guess, Paper, Window
from game.events.conditions import Condition
from game.ruleset.shapes.base import (
    ContentNote,
    Id,
    Indicator,
    Kind,
    Mark,
    SeasonText,
    Shape,
    SourceShape,
    Text,
    one_of,
    refers,
)
from game.ruleset.shapes.effects import EffectShape

Read = Callable[[str], Condition]
"""Reads the text of a condition; it is known by now to be right."""

ConditionText = Annotated[str, Field(min_length=1, json_schema_extra=refers("condition"))]
UNITS = ("jin_a_mou", "share", "head", "jin", "cooperatives", "mou", "people", "times")


class PaperShape(Shape):
    """The letterhead."""

    head: Text = Field(description="Whose paper it is, in the characters of the time (traditional before 1956).")
    head_en: Text = Field(description="The same in English.")
    date: str = Field(default="", pattern=r"^([0-9]{4}-[0-9]{2}-[0-9]{2})?$", description="Day, as 1951-10-23.")
    seal: Id = Field(
        default="none", description="A county id, province, bureau, prefecture or none.",
        json_schema_extra=refers("seal"),
    )  # fmt: skip

    def plain(self) -> Paper:
        """As the game uses it."""
        return Paper(self.head, self.head_en, self.date, self.seal)


class WindowShape(Shape):
    """The seasons in which a card can come, both included."""

    from_: SeasonText = Field(alias="from")
    to: SeasonText

    def plain(self) -> Window:
        """As the game uses it."""
        return Window(Season.parse(self.from_), Season.parse(self.to))


class GuessShape(Shape):
    """What a named person expects; it may be wrong."""

    by: Id = Field(description="A person of content/people.", json_schema_extra=refers("person"))
    says: Text = Field(description="At most 40 words.")


class CostsShape(Shape):
    """What a choice certainly costs."""

    team_turns: int = Field(default=0, ge=0, le=30, description="Of 18 a season, 30 in winter.")
    reserve_jin: float = Field(default=0, ge=0, le=10_000_000, description="Out of the reserve.")


class FiledShape(Shape):
    """The figure that a choice files: in the indicator's own unit, or ``times`` the counties' figure."""

    indicator: Indicator
    jin_a_mou: float | None = Field(default=None, ge=0, le=20_000, description="For yield and coop_yield.")
    share: float | None = Field(default=None, ge=0, le=1, description="For organised and canteens.")
    head: float | None = Field(default=None, ge=0, le=10_000_000, description="For animals.")
    jin: float | None = Field(default=None, ge=0, le=1e12, description="For output, grain_sold and steel.")
    cooperatives: float | None = Field(default=None, ge=0, le=100_000, description="For cooperatives.")
    mou: float | None = Field(default=None, ge=0, le=100_000_000, description="For waterworks.")
    people: float | None = Field(default=None, ge=0, le=10_000_000, description="For deaths.")
    times: float | None = Field(default=None, gt=0, le=20, description="For any: so many times the counties' figure.")

    @model_validator(mode="after")
    def _single(self) -> FiledShape:
        one_of(self, UNITS, "'files'")
        return self

    def plain(self) -> Filed:
        """As the game uses it."""
        values = (self.jin_a_mou, self.share, self.head, self.jin, self.cooperatives, self.mou, self.people)
        value = next((value for value in values if value is not None), None)
        return Filed(self.indicator, value, self.times)


class ChoiceShape(Shape):
    """One answer to a card."""

    id: Id = Field(description="Small letters, digits and hyphens.")
    text: Text = Field(description="At most 14 words.")
    guess: GuessShape | None = Field(default=None, description="What a named person expects.")
    costs: CostsShape = Field(default=CostsShape(), description="What is certain, and shown before.")
    files: FiledShape | None = Field(default=None, description="The figure it files, shown before.")
    when: ConditionText | None = Field(default=None, description="A condition, as trust < 0.4 and cooperatives > 0.")
    locked: str = Field(default="", description="What the player reads when the choice cannot be taken.")
    taken: bool = Field(default=False, description="The choice that the documents record.")
    does_nothing: str = Field(default="", description="Why a choice without effects, costs or figure is a real one.")
    effects: list[EffectShape] = Field(default=[], description="What it does; one key each.")

    def plain(self, read: Read) -> Choice:
        """As the game uses it."""
        return Choice(
            id=self.id,
            text=self.text,
            guess=Guess(self.guess.by, self.guess.says) if self.guess else None,
            costs=Costs(self.costs.team_turns, self.costs.reserve_jin),
            files=self.files.plain() if self.files else None,
            when=read(self.when) if self.when else None,
            locked=self.locked,
            taken=self.taken,
            does_nothing=self.does_nothing,
            effects=tuple(effect.effect() for effect in self.effects),
        )


class CardShape(Shape):
    """One card."""

    id: Id = Field(description="Small letters, digits and hyphens.")
    title: Text = Field(description="A few words, as on a file's cover.")
    kind: Kind = Field(description="What kind of paper it is.")
    paper: PaperShape | None = Field(default=None, description="Its letterhead; private papers may have none.")
    window: WindowShape = Field(description="When it can come.")
    needed: bool = Field(default=False, description="A dated card: it always comes.")
    only_follow_up: bool = Field(default=False, description="It comes only when another card asks for it.")
    weight: float = Field(default=1.0, gt=0, le=100, description="How often it is drawn against others.")
    when: ConditionText | None = Field(default=None, description="A condition, as trust < 0.4 and cooperatives > 0.")
    speaks: Id | None = Field(
        default=None, description="A person of content/people.", json_schema_extra=refers("person")
    )
    asks: bool = Field(default=True, description="false: news; the default choice is taken unless another is.")
    text: Text = Field(description="60 to 120 words; paragraphs separated by an empty line.")
    content_note: ContentNote | None = Field(default=None, description="Hard content; needs a reduced text.")
    reduced_text: str = Field(default="", description="The same without the hard image; needs a content note.")
    default: Id = Field(description="The choice taken when none is.")
    choices: list[ChoiceShape] = Field(min_length=1, max_length=4, description="Two to four; news may have one.")
    documented: Text = Field(description="What the documents say was done, in our own words.")
    disagree: str = Field(default="", description="Where sources or figures disagree.")
    terms: list[Id] = Field(
        default=[], description="Archive ids that the card brings up.", json_schema_extra=refers("archive")
    )
    mark: Mark = Field(description="How the scene as a whole is known.")
    sources: list[SourceShape] = Field(min_length=1, description="Where it stands; at least one.")

    def plain(self, read: Read) -> Card:
        """As the game uses it."""
        return Card(
            id=self.id,
            title=self.title,
            kind=self.kind,
            window=self.window.plain(),
            text=self.text,
            choices=tuple(choice.plain(read) for choice in self.choices),
            default=self.default,
            documented=self.documented,
            mark=self.mark,
            sources=tuple(source.plain() for source in self.sources),
            paper=self.paper.plain() if self.paper else None,
            needed=self.needed,
            only_follow_up=self.only_follow_up,
            weight=self.weight,
            when=read(self.when) if self.when else None,
            speaks=self.speaks or "",
            asks=self.asks,
            content_note=self.content_note,
            reduced_text=self.reduced_text,
            disagree=self.disagree,
            terms=tuple(self.terms),
        )


class DeckShape(Shape):
    """A deck file."""

    cards: list[CardShape] = Field(min_length=1)
