"""Voices: something that turns words into sound. eSpeak NG is the one that comes with Debian; others register here."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Protocol

from lienthong.speech.audio.waves import Sound, read_wave

#: Seconds for one sentence; eSpeak needs a hundredth of that.
_PATIENCE = 60


class NoVoice(Exception):
    """The voice is not there; ``package`` is what to install."""

    def __init__(self, package: str) -> None:
        super().__init__(f"no voice: {package}")
        self.package = package


class Voice(Protocol):
    """``say`` takes words as they are read aloud, without digits or abbreviations."""

    code: str

    def missing(self) -> str:
        """The package to install; empty when the voice can speak."""
        ...

    def say(self, words: str) -> Sound: ...


class EspeakVoice:
    """The Vietnamese voice of eSpeak NG: small, works offline, sounds like a machine and says so by its sound."""

    code = "espeak"
    #: Words a minute in eSpeak's count; near the pace of :data:`spoken.sentences.SYLLABLES_A_MINUTE`.
    PACE = 140

    def missing(self) -> str:
        return "" if shutil.which("espeak-ng") else "espeak-ng"

    def say(self, words: str) -> Sound:
        program = shutil.which("espeak-ng")
        if program is None:
            raise NoVoice(self.missing())
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "noi.wav"
            call = [program, "-v", "vi", "-s", str(self.PACE), "-b", "1", "-w", str(file), "--stdin"]
            subprocess.run(call, input=words.encode(), check=True, timeout=_PATIENCE, capture_output=True)  # noqa: S603
            return read_wave(file.read_bytes())


_voices: dict[str, Voice] = {}


def register_voice(voice: Voice) -> None:
    _voices[voice.code] = voice


def voice_of(code: str) -> Voice:
    """The voice, or :class:`NoVoice` when nothing registered it or something of it is not installed."""
    voice = _voices.get(code)
    if voice is None:
        raise NoVoice(code)
    if voice.missing():
        raise NoVoice(voice.missing())
    return voice


register_voice(EspeakVoice())
