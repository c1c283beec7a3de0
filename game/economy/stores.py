"""What became of the grain in store: every flow of the season as a cause of the change."""

from __future__ import annotations

from game.base.changed import replace
from game.economy.account import IN, OUT, stored
from game.economy.causes import chain
from game.economy.turn import Turn


def account_for(turn: Turn) -> Turn:
    """Carry all grain in store from the season's beginning to its end, flow by flow; what did not flow hands it on."""
    flows, jin = turn.account.flows, stored(turn.before)
    steps = chain(jin)
    for cause in (*IN, *OUT):
        flow = flows.get(cause)
        if flow is not None:
            jin = jin + flow if cause in IN else jin - flow
        steps = steps.then(cause, jin)
    return replace(turn, chains={**turn.chains, "stored": steps})
