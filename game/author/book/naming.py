"""What offices, counties, villages and lines are called in the book; what has no words stands by its id."""

from __future__ import annotations

from collections.abc import Sequence

from game.base.texts import Texts
from game.text.words import listed


def office_name(office: str, texts: Texts) -> str:
    """``the province``."""
    return _called(f"office.{office}.long", office, texts)


def county_name(county: str, texts: Texts) -> str:
    """``Wuxiang``; what is no county's id stands as it is."""
    return _called(f"county.{county}.name", county, texts)


def village_name(village: str, texts: Texts) -> str:
    """``Yaoshanggou``."""
    return _called(f"village.{village}", village, texts)


def line_name(indicator: str, texts: Texts) -> str:
    """``grain a mou``."""
    return _called(f"indicator.{indicator}.lower", indicator, texts)


def names(counties: Sequence[str], texts: Texts) -> str:
    """``Wuxiang, Licheng and Pingshun``."""
    return listed(texts, [county_name(county, texts) for county in counties])


def where(counties: Sequence[str], texts: Texts) -> str:
    """``in Wuxiang and Licheng``; ``in all counties``."""
    return f"in {names(counties, texts)}" if counties else "in all counties"


def _called(text_id: str, otherwise: str, texts: Texts) -> str:
    return texts(text_id) if texts.has(text_id) else otherwise
