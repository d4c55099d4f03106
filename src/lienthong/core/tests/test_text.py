"""Vietnamese order and folding."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienthong.core.text import SORT_KEY_LENGTH, person_sort_key, search_fold, sort_key

IN_ORDER = [
    "Ấp 2",
    "Công an xã",
    "Đảng ủy xã",
    "Hội Nông dân",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Thôn 1",
    "Thôn 2",
    "Thôn 10",
    "Thôn An Bình",
    "Trạm Y tế",
    "Ủy ban nhân dân xã",
]


def test_lists_sort_by_the_vietnamese_alphabet():
    shuffled = random.Random(7).sample(IN_ORDER, len(IN_ORDER))
    assert sorted(shuffled, key=sort_key) == IN_ORDER


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("ma", "mà"),
        ("mà", "mả"),
        ("mả", "mã"),
        ("mã", "má"),
        ("má", "mạ"),
        ("mạ", "mă"),
        ("mă", "mâ"),
        ("da", "đa"),
        ("đa", "e"),
        ("to", "tô"),
        ("tô", "tơ"),
        ("tu", "tư"),
        ("ma b", "mà a"[:2] + " c"),
        ("Văn 9", "Văn 10"),
        ("hòa", "hỏa"),
    ],
)
def test_letters_before_tones_before_length(first, second):
    assert sort_key(first) < sort_key(second)


def test_persons_sort_by_given_name():
    names = ["Trần Thị Bình", "Nguyễn Văn An", "Lê Văn Ân", "Phạm An"]
    assert sorted(names, key=person_sort_key) == ["Nguyễn Văn An", "Phạm An", "Lê Văn Ân", "Trần Thị Bình"]


@given(st.text(max_size=300))
def test_keys_are_digits_that_any_database_compares_alike(text):
    key = sort_key(text)
    assert not key.strip("0123456789")
    assert len(key) <= SORT_KEY_LENGTH


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Chuyển đổi số", "chuyen doi so"),
        ("82/KH-UBND", "82 kh ubnd"),
        ("Đăk Tô", "dak to"),
        ("hoà", "hoa"),
        ("  a—b ", "a b"),
    ],
)
def test_search_folds_marks_case_and_separators(text, folded):
    assert search_fold(text) == folded
