"""A new game: which scenario, who you were, and how much help with knowing you want."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final, get_args

from pygame import Rect

from game.base.problems import CallError
from game.campaign.slots import AUTOSAVE
from game.campaign.start import must_be_playable
from game.ruleset.content import Background, Ruleset, Scenario
from game.state import Difficulty, Setup
from game.ui.keys import Key
from game.ui.palette import UMBER
from game.ui.scene import Refresh, Restart, Transition
from game.ui.scenes.names import joined, number_word, saved_scenario, saved_season, sentence, span_name
from game.ui.scenes.notice import asked, told
from game.ui.scenes.offers import Offers, SeedField, explained
from game.ui.scenes.opening import OpeningScene
from game.ui.scenes.page import PageScene, Part
from game.ui.scenes.settings import detail_choice
from game.ui.session import Session
from game.ui.theme import DOCUMENT, LABEL, SECONDARY, Theme
from game.ui.widgets.base import Widget
from game.ui.widgets.boxes import Column, Flow
from game.ui.widgets.button import Button
from game.ui.widgets.options import Option
from game.ui.widgets.page import PageHead
from game.ui.widgets.text import Paragraph, Space
from game.ui.widgets.toggle import Toggle

SEEDS: Final = 1_000_000
"""Numbers offered for a new game are below this; larger ones can be typed."""
SEED_DIGITS: Final = 9
NOTABLE: Final = 0.03
"""A background's standing is spoken of from this difference on."""


class NewGameScene(PageScene):
    """What a campaign starts from. `clock` gives nanoseconds, from which the first number is drawn."""

    def __init__(
        self,
        session: Session,
        scenario: str = "",
        seed: int | None = None,
        clock: Callable[[], int] = time.time_ns,
    ) -> None:
        super().__init__(session)
        self.title = self.texts("new-game.title")
        self.first_focus = "begin"
        self._clock = clock
        rules = session.rules
        self.scenario = _known(scenario, rules)
        self.background = next(iter(rules.backgrounds))
        self.difficulty: Difficulty = "standard"
        self.guided = True
        self.seed = str(self._draw() if seed is None else seed)

    def _draw(self) -> int:
        """A number from the clock; its low digits, which nobody can foresee, come first."""
        return int(str(self._clock() // 1000)[::-1][:6] or 0) % SEEDS

    def head(self) -> PageHead:
        return PageHead(self.title, han=self.texts("new-game.han"), pinyin=self.texts("new-game.pinyin"))

    # ---- layout

    def body(self, room: Rect, theme: Theme) -> list[Widget]:
        texts = self.texts
        parts = [
            Part("scenario", texts("new-game.scenario"), self._scenario(), texts("new-game.scenario-han")),
            Part("person", texts("new-game.person"), self._person(), texts("new-game.person-han")),
            Part("how", texts("new-game.how"), self._how(), texts("new-game.how-han")),
        ]
        return self.panels(parts, room, theme)

    def primary(self) -> Button | None:
        return Button(self.texts("new-game.begin"), self._begin, "primary", key="begin")

    # ---- the scenario

    def _scenario(self) -> list[Widget]:
        rules, texts = self.session.rules, self.texts
        chosen = rules.scenarios[self.scenario]
        options = [
            Option(each.id, each.title, each.zh, self._span(each)) for each in rules.playable.values()
        ]
        goals = [Paragraph(f"– {goal}", SECONDARY) for goal in chosen.goals]
        return [
            Offers(
                options,
                self.scenario,
                self._pick("scenario"),
                label=texts("new-game.scenario"),
                key="scenario",
            ),
            Paragraph(chosen.summary, SECONDARY),
            self.headed(texts("new-game.goals"), *goals, gap=3),
            self.headed(
                texts("new-game.seed"),
                self._seed_field(),
                Paragraph(texts("new-game.seed-help"), LABEL, UMBER),
            ),
        ]

    def _span(self, scenario: Scenario) -> str:
        span = sentence(span_name(self.texts, scenario))
        seasons = number_word(self.texts, len(scenario.seasons))
        return self.texts("new-game.span", span=span, seasons=seasons, minutes=scenario.minutes)

    # ---- the person

    def _person(self) -> list[Widget]:
        backgrounds, texts = self.session.rules.backgrounds, self.texts
        chosen = backgrounds[self.background]
        options = [Option(each.id, each.title, each.zh) for each in backgrounds.values()]
        gains = [Paragraph(words, LABEL) for words in self._gains(chosen)]
        return [
            Offers(
                options,
                self.background,
                self._pick("background"),
                label=texts("new-game.person"),
                key="person",
            ),
            Paragraph(texts(chosen.text), DOCUMENT),
            Column(gains, gap=3),
            Paragraph(texts("new-game.person-note"), LABEL, UMBER),
        ]

    def _gains(self, background: Background) -> list[str]:
        """What a background brings, in words."""
        texts, lines = self.texts, []
        counties = [self._county(county) for county in background.knows]
        if counties:
            lines.append(texts("new-game.knows", counties=joined(texts, counties)))
        for key, sign in (("warm", 1), ("cool", -1)):
            offices = [name for name, value in background.standing.items() if value * sign >= NOTABLE]
            if offices:
                named = joined(texts, [texts(f"new-game.offices.{name}") for name in offices])
                lines.append(texts(f"new-game.{key}", offices=named))
        if background.team_turns:
            count = sentence(number_word(texts, background.team_turns))
            lines.append(texts("new-game.team-turns", count=count))
        return lines

    def _county(self, county: str) -> str:
        entry = self.session.rules.archive.get(f"place-{county}")
        return entry.title if entry else county

    # ---- how

    def _how(self) -> list[Widget]:
        texts = self.texts
        levels = [
            Option(
                level,
                texts(f"new-game.difficulties.{level}"),
                description=texts(f"new-game.difficulties.{level}-help"),
            )
            for level in get_args(Difficulty)
        ]
        picked = self._pick("difficulty")
        guided = Toggle(texts("new-game.guided"), self.guided, self._guide, key="guided")
        return [
            self.headed(
                texts("new-game.difficulty"),
                Offers(levels, self.difficulty, picked, label=texts("new-game.difficulty"), key="difficulty"),
            ),
            explained(guided, texts("new-game.guided-help")),
            Space(2),
            self.headed(texts("new-game.detail"), detail_choice(self.session)),
        ]

    def _seed_field(self) -> Widget:
        field = SeedField(
            self.texts("new-game.seed"),
            self.seed,
            limit=SEED_DIGITS,
            on_change=self._write_seed,
            on_submit=lambda _: self._begin(),
            key="seed",
        )
        return Flow([field, Button(self.texts("new-game.seed-new"), self._redraw, key="redraw")], gap=10)

    # ---- what the player does

    def _pick(self, name: str) -> Callable[[str], Transition]:
        def pick(key: str) -> Transition:
            setattr(self, name, key)
            return Refresh()

        return pick

    def _guide(self, on: bool) -> None:
        self.guided = on

    def _write_seed(self, text: str) -> None:
        self.seed = text

    def _redraw(self) -> Transition:
        self.seed = str(self._draw())
        return Refresh()

    def _begin(self) -> Transition:
        """Begin, after asking if a game kept by itself would be written over."""
        texts = self.texts
        if not self.seed:
            return told(self.session, "new-game.not-begun", texts("new-game.seed-missing"))
        there = self.session.slots.look(AUTOSAVE).save
        if there is None:
            return self._start()
        words = texts(
            "new-game.over",
            scenario=saved_scenario(self.session.rules, there),
            season=saved_season(texts, there),
        )
        return asked(self.session, "new-game.over", words, self._start)

    def setup(self) -> Setup:
        """What the campaign starts from."""
        scenario = self.session.rules.scenarios[self.scenario]
        return Setup(
            scenario.id, int(self.seed), scenario.villages, self.background, self.difficulty, self.guided
        )

    def _start(self) -> Transition:
        try:
            self.session.begin(self.setup())
        except CallError as problem:
            return told(self.session, "new-game.not-begun", str(problem))
        return Restart(OpeningScene(self.session))

    def leave(self) -> Transition | None:
        return Restart(self.session.routes.title(self.session))

    def on_key(self, key: Key) -> Transition | None:
        return self._begin() if key.name == "ENTER" and key.ctrl else super().on_key(key)


def _known(scenario: str, rules: Ruleset) -> str:
    """The scenario asked for; the first that can be played if none was.

    Raises: CallError if it cannot be played.
    """
    if scenario:
        must_be_playable(scenario, rules)
    return scenario or next(iter(rules.playable))
