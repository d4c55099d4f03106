"""Vietnamese official text as it is read aloud. Knows no framework: text and a dictionary in, words and remarks out."""

from lienthong.speech.spoken.dictionary import Dictionary
from lienthong.speech.spoken.normaliser import Remark, Spoken, spoken
from lienthong.speech.spoken.sentences import Sentence, estimated_seconds, sentences

__all__ = ["Dictionary", "Remark", "Sentence", "Spoken", "estimated_seconds", "sentences", "spoken"]
