"""How a source is cited: ``Hou p. 95``, ``Hou p. 99-102``, ``Wong section 11``."""

from __future__ import annotations

from game.events.cards import Source
from game.ruleset.content import Ruleset


def cite(source: Source, rules: Ruleset) -> str:
    """One citation in words."""
    work = rules.sources[source.source]
    if source.page:
        return f"{work.short} p. {source.page}"
    if source.section:
        return f"{work.short}, section {source.section}"
    return f"{work.short}: {source.note}" if source.note else work.short
