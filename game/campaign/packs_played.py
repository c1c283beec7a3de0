"""Why a game that was played with some packs cannot go on with those that are here, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from game.campaign.savefile import PackStamp, SaveError


def other_packs(saved: Sequence[PackStamp], here: Sequence[PackStamp], name: str) -> SaveError:
    """What keeps a save from being played on: a pack is missing, has changed, was not there, or stood elsewhere."""
    there, were = {pack.id: pack for pack in here}, {pack.id for pack in saved}
    for pack in saved:
        if pack.id not in there:
            return _error(
                "packs-missing", f"{name} was played with the pack '{pack.id}' {pack.version}, which is not here; "
                f"name it with --pack", name, pack,
            )  # fmt: skip
    for pack in here:
        if pack.id not in were:
            return _error(
                "packs-more", f"{name} was played without the pack '{pack.id}', which is here now; leave it out",
                name, pack,
            )  # fmt: skip
    for pack in saved:
        now = there[pack.id]
        if now.sha256 != pack.sha256:
            return _error(
                "other-content", f"{name} was played with the pack '{pack.id}' {pack.version} as it was then; it has "
                f"changed since (here is {now.version}); use the pack as it was, or begin anew", name, pack,
            )  # fmt: skip
    order = ", ".join(pack.id for pack in saved)
    return SaveError(
        "packs-order", f"{name} was played with its packs in another order: {order}; name them so.",
        name=name, order=order,
    )  # fmt: skip


def _error(code: str, sentence: str, name: str, pack: PackStamp) -> SaveError:
    return SaveError(code, f"{sentence}.", name=name, pack=pack.id, version=pack.version)
