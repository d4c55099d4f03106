"""A whole script as sound: sentence after sentence, and where each begins and ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lienthong.speech.audio.loudness import levelled
from lienthong.speech.audio.voices import Voice
from lienthong.speech.audio.waves import Samples, Sound, silence

_PAUSE = 0.45


@dataclass(frozen=True, slots=True)
class Reading:
    """``marks``: begin and end of each sentence in seconds."""

    sound: Sound
    marks: tuple[tuple[float, float], ...]


def read_aloud(voice: Voice, sentences: Sequence[str]) -> Reading:
    parts: list[Samples] = []
    marks: list[tuple[float, float]] = []
    rate, at = 0, 0
    for words in sentences:
        said = voice.say(words)
        rate = rate or said.rate
        pause = silence(_PAUSE, rate)
        marks.append((round(at / rate, 2), round((at + len(said.samples)) / rate, 2)))
        parts += [said.samples, pause]
        at += len(said.samples) + len(pause)
    return Reading(levelled(Sound(np.concatenate(parts), rate)), tuple(marks))
