"""What the player has set about the window itself."""

from dataclasses import dataclass

from game.ui.theme import TEXT_SCALES


@dataclass
class Preferences:
    """Kept by the window and changed by the settings screen; a change shows at the next frame."""

    text_scale: float = 1.0
    full_screen: bool = False
    reduced_motion: bool = False
    sound: bool = True
    captions: bool = True
    speech: bool = False

    def grow_text(self, steps: int) -> None:
        """Larger (or smaller, if negative) by steps of the scale of text sizes."""
        nearest = min(range(len(TEXT_SCALES)), key=lambda index: abs(TEXT_SCALES[index] - self.text_scale))
        self.text_scale = TEXT_SCALES[max(0, min(len(TEXT_SCALES) - 1, nearest + steps))]
