"""Fonts from before Unicode: what they show is read, whatever letters they keep it as."""

from __future__ import annotations

import unicodedata

import pytest
import vanban
from vanban.sources.legacy import convert, decode, encoding_of, recover
from vanban.sources.syllables import is_syllable, share_of_syllables

SENTENCE = (
    "Ủy ban nhân dân xã đề nghị các thôn khẩn trương tổ chức thực hiện, báo cáo kết quả trước ngày 15 hằng tháng."
)
TCVN3 = "§Ò nghÞ c¸c th«n khÈn tr\u00ad¬ng tæ chøc thùc hiÖn, b¸o c¸o kÕt qu¶ tr\u00adíc ngµy 15 h»ng th¸ng."
VNI = "Ñeà nghò caùc thoân khaån tröông toå chöùc thöïc hieän, baùo caùo keát quaû tröôùc ngaøy 15 haèng thaùng."
SAID = "Đề nghị các thôn khẩn trương tổ chức thực hiện, báo cáo kết quả trước ngày 15 hằng tháng."
TONES = "àáảãạ ằắẳẵặ ầấẩẫậ èéẻẽẹ ềếểễệ ìíỉĩị òóỏõọ ồốổỗộ ờớởỡợ ùúủũụ ừứửữự ỳýỷỹỵ ăâđêôơư"


def vni(text: str) -> str:
    """``text`` as VNI keeps it, by another way than the table in the library: letter by letter from its parts."""
    tones = dict(zip("\u0300\u0301\u0309\u0303\u0323", "øùûõï", strict=True))
    with_tone = {"â": "àáåãä", "ê": "àáåãä", "ô": "àáåãä", "ă": "èéúüë"}
    plain = {"â": "aâ", "ê": "eâ", "ô": "oâ", "ă": "aê", "ơ": "ô", "ư": "ö", "đ": "ñ"}
    alone = {"ì": "ì", "í": "í", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î"}
    out = []
    for char in text:
        small = char.lower()
        parts = unicodedata.normalize("NFD", small)
        tone = next((mark for mark in parts if mark in tones), "")
        base = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else small
        if small in alone:
            kept = alone[small]
        elif tone and base in with_tone:
            kept = plain[base][0] + with_tone[base][list(tones).index(tone)]
        else:
            kept = plain.get(base, base) + tones.get(tone, "")
        out.append(kept.upper() if char.isupper() else kept)
    return "".join(out)


def test_tcvn3() -> None:
    assert decode(TCVN3, "TCVN3") == SAID
    assert decode("®©y lµ mét vÝ dô", "TCVN3") == "đây là một ví dụ"


@pytest.mark.parametrize("text", [TONES, TONES.upper(), SENTENCE, "Nghĩa; quý; thuở; ỷ lại"])
def test_vni(text: str) -> None:
    assert decode(vni(text), "VNI") == text


def test_every_letter_of_tcvn3_has_one_code() -> None:
    letters = TONES.replace(" ", "")
    codes = {decode(chr(code), "TCVN3"): code for code in range(0xA1, 0xFF)}
    assert set(letters) <= set(codes)


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        ("ABCDEF+.VnTime,Bold", "TCVN3"),
        (".vnarialh", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("XYZABC+VNI-Times-Bold", "VNI"),
        ("Times New Roman", None),
        ("Vnet Sans", None),
        ("", None),
    ],
)
def test_fonts_are_known_by_name(font: str, encoding: str | None) -> None:
    assert encoding_of(font) == encoding


def test_fonts_of_capitals() -> None:
    assert convert("céng hßa x· héi chñ nghÜa viÖt nam", ".VnTimeH") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert convert("céng hßa", "ABCDEF+.VnTimeH,Bold") == "CỘNG HÒA"
    assert convert("céng hßa", ".VnTime") == "cộng hòa"
    assert convert("Cộng hòa ®", "Times New Roman") == "Cộng hòa ®"


def test_letters_that_word_keeps_apart() -> None:
    assert convert("\uf0a7\uf0d2 ngh\uf0de", ".VnTime") == "Đề nghị"


@pytest.mark.parametrize(("kept", "name"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_plain_text_is_converted_and_says_so(kept: str, name: str, encoding: str) -> None:
    document = vanban.read((kept + "\n").encode(encoding) * 3)
    assert document.text == (SAID + "\n") * 3
    assert [remark.message for remark in document.remarks] == [f"Tệp dùng bảng mã cũ {name}; đã đổi sang Unicode."]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "Plan of the commune, in English.",
        "¡Qué día más frío! Mañana será mejor, señor.",
        "®™ 25 µm ± 3 µm",
        "",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert recover(text) is None


@pytest.mark.parametrize("word", ["Nghĩa", "nghia", "khuyến", "Ủy", "quyết", "gì", "giữa", "ương", "yêu", "thuở"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Facebook", "h4nh", "phfc", "CQNG", "Zalo1", "ngh", "website"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_share_of_syllables() -> None:
    assert share_of_syllables(SENTENCE) == 1.0
    assert share_of_syllables("UBND 25/KH-UBND") == 0.0
    assert share_of_syllables("DQc lap Ty do h4nh phfc") == 0.5
