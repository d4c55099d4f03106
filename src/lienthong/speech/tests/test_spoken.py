"""Written official text against what is read aloud. The table is ours, line by line."""

import os
import re
from pathlib import Path

import pytest
import vanban
from hypothesis import given
from hypothesis import strategies as st

from lienthong.speech.spoken import Dictionary, estimated_seconds, sentences, spoken
from lienthong.speech.spoken.dictionary import common
from lienthong.speech.spoken.numbers import cardinal, roman
from lienthong.speech.spoken.syllables import is_syllable

TABLE = [
    line.split("\t") for line in (Path(__file__).parent / "data" / "spoken.tsv").read_text("utf-8").splitlines() if line
]
SAMPLES = Path(__file__).resolve().parents[4] / "samples"
#: What the samples say that may be spelled or left, because nobody could know its reading.
LISTED = {"CĐ", "TT", "NguyenVanA", "VanThu", "TUMinhGiang"}


def test_the_table_is_long_enough_and_says_nothing_twice():
    assert len(TABLE) >= 300
    assert len({written for written, _said in TABLE}) == len(TABLE)


@pytest.mark.parametrize("written, said", TABLE, ids=[written for written, _said in TABLE])
def test_golden(written, said):
    assert spoken(written).text == said


def _documents() -> list[Path]:
    real = os.environ.get("VANBAN_REAL_DOCUMENTS")
    found = [path for path in sorted(SAMPLES.iterdir()) if path.suffix in (".docx", ".txt")]
    return [*found, *(sorted(Path(real).rglob("*.txt")) if real else [])]


@pytest.mark.parametrize("path", _documents(), ids=lambda path: path.name)
def test_documents_leave_nothing_that_is_read_as_english_or_as_signs(path):
    result = spoken(vanban.read(path).text)
    assert re.findall(r"[^\W_]*[\d%/@][^\W_]*", result.text) == []
    unknown = {remark.written for remark in result.remarks} - LISTED
    assert unknown == set() or path.parent != SAMPLES
    # Real documents also hold names and marks of drafters that nobody could know: remarked, at most one word in fifty.
    assert len(unknown) <= max(3, len(result.text.split()) / 50)


def test_a_word_without_reading_is_remarked_once():
    result = spoken("Máy ABXYZ của Samsung, ABXYZ và Samsung.")
    assert [(one.kind, one.written) for one in result.remarks] == [("letters", "ABXYZ"), ("foreign", "Samsung")]
    assert "a bê ích i dài dét" in result.text


def test_the_office_reads_its_words_its_own_way():
    own = Dictionary({"MTTQ": "Mặt trận", "ABXYZ": "máy lọc nước"})
    assert spoken("MTTQ dùng ABXYZ", own).text == "Mặt trận dùng máy lọc nước"
    assert spoken("MTTQ").text == "Mặt trận Tổ quốc"


def test_the_common_dictionary_holds_only_words_that_can_be_read():
    strange = {
        written: said
        for written, said in common().items()
        if not all(is_syllable(word) or len(word) == 1 for word in re.findall(r"[^\W\d_]+", said))
    }
    assert set(strange) <= {"website", "Website", "web", "Web"}


@pytest.mark.parametrize(
    "word", ["khuya", "nghiêng", "quốc", "gì", "giếng", "thuở", "ƯỚC", "Hòa", "hoà", "yêu", "quyết"]
)
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["net", "set", "website", "Galaxy", "strong", "UBND", "bac"])
def test_no_syllables(word):
    assert not is_syllable(word)


@given(st.integers(0, 10**15))
def test_two_numbers_never_sound_the_same(number):
    assert cardinal(number) != cardinal(number + 1)
    assert not any(sign.isdigit() for sign in cardinal(number))


@given(st.integers(1, 3999))
def test_roman_numerals_have_one_spelling(number):
    from lienthong.speech.spoken.numbers import _as_roman

    assert roman(_as_roman(number)) == number
    assert roman("IIII") is None


@given(st.text(max_size=200))
def test_any_text_becomes_words(text):
    result = spoken(text)
    assert not re.search(r"[0-9%@/]", result.text)


def test_sentences_know_their_places():
    script = "TP. Minh Giang có mưa. Bà con chú ý!\n1. Che chắn mái nhà\n\n- Gọi số 112."
    assert [one.text for one in sentences(script)] == [
        "TP. Minh Giang có mưa.", "Bà con chú ý!", "1. Che chắn mái nhà", "- Gọi số 112.",
    ]  # fmt: skip
    assert all(script[one.start : one.end] == one.text for one in sentences(script))


def test_seconds_grow_with_words():
    assert 0 < estimated_seconds("một câu.") < estimated_seconds("một câu dài hơn, có chỗ ngắt.")
    assert 55 < estimated_seconds("từ " * 200) < 65
