"""A script as the words that are said, with the office's own dictionary."""

from dataclasses import dataclass

from lienthong.organisations.service import Body
from lienthong.speech.models import Pronunciation
from lienthong.speech.spoken import Dictionary, Remark, Sentence, estimated_seconds, sentences, spoken


@dataclass(frozen=True, slots=True)
class SaidSentence:
    place: Sentence
    words: str


@dataclass(frozen=True, slots=True)
class Said:
    """``remarks`` once each; ``seconds`` at the usual pace."""

    sentences: tuple[SaidSentence, ...]
    remarks: tuple[Remark, ...]
    seconds: float


def dictionary_of(office: Body) -> Dictionary:
    return Dictionary(dict(Pronunciation.objects.filter(office=office).values_list("written", "spoken")))


def said(office: Body, text: str) -> Said:
    dictionary = dictionary_of(office)
    found: list[SaidSentence] = []
    remarks: dict[str, Remark] = {}
    for sentence in sentences(text):
        result = spoken(sentence.text, dictionary)
        if result.text:
            found.append(SaidSentence(sentence, result.text))
        remarks |= {remark.written: remark for remark in result.remarks}
    words = "\n".join(sentence.words for sentence in found)
    return Said(tuple(found), tuple(remarks.values()), estimated_seconds(words))
