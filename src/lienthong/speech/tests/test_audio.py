"""Loudness is what was asked for, peaks stay below the ceiling, and an MP3 lasts as long as its sound."""

import subprocess
import sys

import numpy as np
import pytest

from lienthong.speech.audio.frames import seconds_of
from lienthong.speech.audio.loudness import CEILING, TARGET, levelled, measured
from lienthong.speech.audio.reading import read_aloud
from lienthong.speech.audio.voices import NoVoice, voice_of
from lienthong.speech.audio.waves import NotSound, Sound, mp3_of, read_wave
from lienthong.speech.tests.factories import tone, wave_of


@pytest.mark.parametrize("height", [0.005, 0.1, 0.9])
def test_a_tone_gets_the_target_loudness(height):
    level = measured(levelled(tone(3, height=height)))
    assert level.loudness == pytest.approx(TARGET, abs=0.2)
    assert level.peak <= CEILING


def test_clicks_do_not_break_the_ceiling():
    clicks = tone(3, height=0.02)
    samples = clicks.samples.copy()
    samples[:: clicks.rate // 5] = 0.9
    level = measured(levelled(Sound(samples, clicks.rate)))
    assert level.peak <= CEILING


def test_the_peak_between_samples_is_found():
    at = np.arange(16000)
    # A quarter of the rate, sampled beside its tops: 0.707 at the samples, 1 between them.
    sound = Sound(np.sin(2 * np.pi * at / 4 + np.pi / 4).astype("float32"), 16000)
    assert np.abs(sound.samples).max() < 0.72
    assert measured(sound).peak == pytest.approx(0, abs=0.3)


def test_silence_stays_silent():
    sound = Sound(np.zeros(16000, dtype="float32"), 16000)
    assert measured(levelled(sound)).loudness is None


def test_an_mp3_lasts_as_long_as_its_sound():
    assert seconds_of(mp3_of(tone(4))) == pytest.approx(4, abs=0.15)
    assert mp3_of(tone(1)) == mp3_of(tone(1))


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF0000WAVEfmt ", wave_of(tone())[:30], b"ID3" + bytes(50)])
def test_what_is_no_sound_is_refused(data):
    with pytest.raises(NotSound):
        read_wave(data)
    with pytest.raises(NotSound):
        seconds_of(data)


def test_a_wave_is_read_back():
    assert read_wave(wave_of(tone(2))).seconds == pytest.approx(2)


def test_the_voice_reads_each_sentence_in_its_place():
    reading = read_aloud(voice_of("espeak"), ["Chào bà con.", "Hôm nay trời mưa."])
    (first, end), (second, last) = reading.marks
    assert first == 0 < end < second < last <= reading.sound.seconds
    assert measured(reading.sound).loudness == pytest.approx(TARGET, abs=0.3)


def test_a_voice_that_is_not_there_says_what_to_install(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(NoVoice, match="espeak-ng"):
        voice_of("espeak")


def test_starting_the_application_does_not_load_what_measures_sound():
    started = "import sys, django; django.setup(); import lienthong.urls; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", started], check=False).returncode == 0
