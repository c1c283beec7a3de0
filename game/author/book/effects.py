"""What a choice does, in words: one sentence an effect, with links to the cards that follow."""

from __future__ import annotations

from collections.abc import Mapping

from game.author.book.blocks import Span, Words, said
from game.author.book.items import Shelf
from game.author.book.naming import line_name, names, office_name, where
from game.base.deck import flag_name
from game.base.texts import Texts
from game.economy.settings import SETTINGS
from game.events import effects as of
from game.events.cards import Card, Costs, Filed
from game.reporting.indicators import Indicator
from game.text.figures import grouped
from game.text.words import amount, sentence

Askers = Mapping[str, tuple[str, ...]]
"""Anchors of the cards that ask for a flag, by the flag's name in conditions."""


def askers(shelf: Shelf) -> Askers:
    """Look through the conditions of all cards."""
    found: dict[str, tuple[str, ...]] = {}
    for item, card in shelf.holding(Card):
        conditions = [card.when, *(choice.when for choice in card.choices)]
        flags = {flag for condition in conditions if condition for flag in condition.flags}
        for flag in sorted(flags):
            found[flag] = (*found.get(flag, ()), item.anchor)
    return found


def in_words(effect: of.Effect, shelf: Shelf, asked: Askers) -> Words:
    """One sentence."""
    match effect:
        case of.FollowUp(card, after):
            item = shelf.by_anchor.get(f"card-{card}")
            name = said(f"{item.label} {item.title}", to=item.anchor) if item else said(f"the card “{card}”")
            return (*said("Then comes "), *name, *said(f", {_later(after)}, if its window allows it."))
        case of.SetFlag(flag):
            return (*said(f"It is remembered ({flag})"), *_asked(flag, shelf, asked), Span("."))
        case of.ClearFlag(flag):
            return said(f"It is forgotten ({flag}).")
        case of.DossierLine(entry, tone, tags):
            about = f"; {', '.join(tags)}" if tags else ""
            return said(f"Into the personal file ({tone}{about}): “{entry}”")
    return said(_sentence(effect, shelf.rules.texts))


def _asked(flag: str, shelf: Shelf, asked: Askers) -> Words:
    anchors = asked.get(flag_name(flag), ())
    if not anchors:
        return said("; no card in this book asks for it")
    links: list[Span] = [Span("; asked for by ")]
    for number, anchor in enumerate(anchors):
        links += [*said(", " if number else ""), Span(shelf.by_anchor[anchor].label, to=anchor)]
    return tuple(links)


def _sentence(effect: of.Effect, texts: Texts) -> str:  # noqa: PLR0912 - a match has as many branches as effects
    match effect:
        case of.StandingShift(office, by):
            said_of = f"Standing with {office_name(office, texts)} {_moves(by)}."
        case of.SuspicionShift(office, by):
            said_of = f"The suspicion of {office_name(office, texts)} {_moves(by)}."
        case of.TrustShift(by, counties):
            said_of = f"Villagers' trust {_moves(by)} {where(counties, texts)}, when the season closes."
        case of.FearShift(by, counties):
            said_of = f"Villagers' fear {_moves(by)} {where(counties, texts)}, when the season closes."
        case of.RegardShift(by, counties):
            whose = f"of the secretary of {names(counties, texts)}" if counties else "of every county secretary"
            said_of = f"The regard {whose} {_moves(by)}."
        case of.Decide(setting, value, counties):
            said_of = f"{setting_words(setting, value)}, {where(counties, texts)}."
        case of.ReserveShift(jin):
            said_of = f"The prefecture's reserve {'gains' if jin >= 0 else 'loses'} {grouped(abs(jin))} jin."
        case of.Relief(jin, counties):
            said_of = f"Relief from the reserve, {grouped(jin)} jin, {where(counties, texts)}."
        case of.Loans(yuan, counties):
            said_of = f"Further loans to cooperatives, {grouped(yuan)} old yuan, {where(counties, texts)}."
        case of.AnimalsGiven(head, counties):
            said_of = f"Draught animals as prizes, {grouped(head)} head, {where(counties, texts)}."
        case of.AnimalsLost(share, counties):
            said_of = f"Draught animals lost, {percent(share)} of them, {where(counties, texts)}."
        case of.TeamsJoin(share, counties):
            said_of = f"Entered in mutual-aid teams, {percent(share)} of households, {where(counties, texts)}."
        case of.CoopExit(share, counties):
            said_of = f"Members leave cooperatives, {percent(share)} of them, {where(counties, texts)}, if they may."
        case of.Found(number, counties):
            said_of = f"Cooperatives founded when the season closes: {number}, {where(counties, texts)}."
        case of.SowingDisturbed(share, counties):
            said_of = f"Sowing labour lost, {percent(share)}, {where(counties, texts)}; only spring feels it."
        case of.Bend(indicator, by, counties):
            line = line_name(indicator, texts)
            said_of = f"The next figures for {line} drift by {signed(by)} {where(counties, texts)}."
        case of.Look(counties, at, teams):
            what = ", ".join(line_name(line, texts) for line in at) or "every figure"
            said_of = f"A work team looks ({turns(teams)}) {where(counties, texts)} at {what}."
        case of.Heard(office):
            said_of = f"You learn where {office_name(office, texts)} stands."
        case of.TargetShift(indicator, by):
            said_of = f"The next target for {line_name(indicator, texts)} moves by {signed(by)}."
        case of.NextTeamTurns(by):
            said_of = f"Team-turns next season: {_plus(by)}."
        case _:
            said_of = f"{effect}"
    return said_of


def costs_in_words(costs: Costs) -> str:
    """``3 team-turns, 60,000 jin of the reserve``; nothing if it costs nothing."""
    labour = turns(costs.team_turns) if costs.team_turns else ""
    grain = f"{grouped(costs.reserve_jin)} jin of the reserve" if costs.reserve_jin else ""
    return ", ".join(part for part in (labour, grain) if part)


def turns(count: int) -> str:
    """``1 team-turn``."""
    return f"{count} team-turn{'' if count == 1 else 's'}"


def filed_in_words(filed: Filed, texts: Texts) -> str:
    """``grain a mou: 390 jin a mou``, or so many times what the counties report."""
    line = line_name(filed.indicator, texts)
    if filed.value is None:
        return f"{line}: {filed.times:g} times the counties' figure"
    return f"{line}: {amount(texts, Indicator(filed.indicator), filed.value)}"


def setting_words(setting: str, value: of.SettingValue) -> str:
    """``Land share: 0.3 (share of land output after the fund)``."""
    known = SETTINGS.get(setting)
    name = sentence(setting.replace("_", " "))
    unit = f" ({known.unit})" if known and known.unit else ""
    if isinstance(value, bool):
        shown = "yes" if value else "no"
    else:
        shown = f"{value:,.10g}" if isinstance(value, int | float) else str(value)
    return f"{name}: {shown}{unit}"


def percent(share: float) -> str:
    """``2.5 %``."""
    return f"{100 * share:.4g} %"


def signed(share: float) -> str:
    """``+2 %``."""
    return f"{'+' if share >= 0 else '−'}{percent(abs(share))}"


def _moves(by: float) -> str:
    return f"{'rises' if by >= 0 else 'falls'} by {abs(by):g}"


def _plus(count: int) -> str:
    return f"+{count}" if count >= 0 else f"−{-count}"


def _later(after: int) -> str:
    if after == 0:
        return "in the same season"
    return f"{after} season{'' if after == 1 else 's'} later"
