"""Whatever stands in the content can be drawn: no reader meets an empty box."""

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")

from pathlib import Path

import pytest

from game.ui.type import Fonts

ROOT = Path(__file__).parents[2]
FACES = ("roman", "roman-bold", "roman-italic", "sans", "sans-bold", "song", "song-bold", "kai")


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    return Fonts(ROOT / "assets" / "fonts")


def written() -> list[str]:
    """Every sign of the content."""
    files = [path for path in (ROOT / "content").rglob("*.yaml") if "schemas" not in path.parts]
    return sorted({sign for path in files for sign in path.read_text(encoding="utf-8")} - {"\n"})


@pytest.mark.parametrize("face", FACES)
def test_every_sign_of_the_content_has_a_face_that_holds_it(fonts: Fonts, face: str) -> None:
    missing = [sign for sign in written() if not fonts._holds(fonts.home(face, sign), sign)]
    assert missing == []


def test_a_sign_that_the_face_lacks_comes_from_another(fonts: Fonts) -> None:
    assert fonts.home("sans", "−") != "sans"
    assert fonts.home("sans", "A") == "sans"
