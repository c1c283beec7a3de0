"""The season begins: what passes between villages changes hands."""

from __future__ import annotations

from game.base.changed import replace
from game.economy.turn import Turn


def pass_on(turn: Turn) -> Turn:
    """Let beggars have what they are given, and the commune move what it levels."""
    return _levelled(_begged(turn))


def _begged(turn: Turn) -> Turn:
    v, alms = turn.villages, turn.allotted.alms
    if not alms:
        return turn
    shared = replace(v, grain_jin=v.grain_jin - alms.taken + alms.had)
    account = turn.account.entered("alms-had", alms.had).entered("alms-given", alms.taken)
    return replace(turn, villages=shared, account=account, figures=turn.noted(begging=alms.people))


def _levelled(turn: Turn) -> Turn:
    v, moved = turn.villages, turn.allotted.levelled
    if not moved:
        return turn
    level = replace(v, fund_jin=v.fund_jin - moved.taken + moved.had)
    account = turn.account.entered("commune-gave", moved.had).entered("commune-took", moved.taken)
    return replace(turn, villages=level, account=account)
