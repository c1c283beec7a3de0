"""Self-voicing through the system's own voice, run as a program without a shell; silent where there is none."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Final

Command = Callable[[str], Sequence[str]]

POWERSHELL: Final = (
    "Add-Type -AssemblyName System.Speech; "
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; "
    "$voice.Speak([Console]::In.ReadToEnd())"
)


def find_voice(platform: str = sys.platform) -> tuple[str, ...] | None:
    """The program that speaks what it reads from its standard input, or None."""
    candidates: dict[str, tuple[tuple[str, ...], ...]] = {
        "darwin": (("say", "-f", "-"),),
        "win32": (("powershell", "-NoProfile", "-NonInteractive", "-Command", POWERSHELL),),
    }
    linux = (("spd-say", "--wait", "--pipe-mode"), ("espeak-ng", "--stdin"), ("espeak", "--stdin"))
    for command in candidates.get(platform, linux):
        program = shutil.which(command[0])
        if program:
            return (program, *command[1:])
    return None


class Speech:
    """Says one thing at a time; a new one cuts the last short."""

    def __init__(self, voice: Callable[[], tuple[str, ...] | None] = find_voice) -> None:
        self._find = voice
        self._command: tuple[str, ...] | None = None
        self._sought = False
        self._speaking: subprocess.Popen[bytes] | None = None

    @property
    def available(self) -> bool:
        """Whether the system has a voice."""
        if not self._sought:
            self._command, self._sought = self._find(), True
        return self._command is not None

    def say(self, text: str) -> None:
        """Say it, if there is a voice. Never waits."""
        self.stop()
        if not text or not self.available or self._command is None:
            return
        try:
            self._speaking = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            self._hand_over(text)
        except OSError:
            self._command = None

    def _hand_over(self, text: str) -> None:
        if self._speaking is not None and self._speaking.stdin is not None:
            self._speaking.stdin.write(text.encode())
            self._speaking.stdin.close()

    def stop(self) -> None:
        """Fall silent."""
        if self._speaking is not None and self._speaking.poll() is None:
            self._speaking.terminate()
        if self._speaking is not None:
            self._speaking.wait(timeout=2)
            self._speaking = None
