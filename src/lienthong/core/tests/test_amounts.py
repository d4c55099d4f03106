"""Amounts of money: read as offices write them, refused where they might mean two things."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienthong.core.amounts import MOST, amount_words, read_amount
from lienthong.core.forms import AmountField
from lienthong.core.refusals import Refused


@pytest.mark.parametrize(
    "text, amount",
    [
        ("1.250.000", 1_250_000),
        ("1250000", 1_250_000),
        (" 1.250.000 đồng", 1_250_000),
        ("1.250.000đ", 1_250_000),
        ("0", 0),
        ("1,5 triệu", 1_500_000),
        ("1,5 triệu đồng", 1_500_000),
        ("200 nghìn", 200_000),
        ("200 ngàn đồng", 200_000),
        ("1 tỷ 200 triệu", 1_200_000_000),
        ("1 tỉ 200 triệu 500 nghìn đồng", 1_200_500_000),
        ("1.250 triệu", 1_250_000_000),
        ("1,25 TỶ", 1_250_000_000),
    ],
)
def test_what_offices_write(text: str, amount: int) -> None:
    assert read_amount(text) == amount


@pytest.mark.parametrize(
    "text",
    [
        "", "đồng", "nhiều", "1.5 triệu", "1 triệu 5", "1 triệu 500", "1,250,000", "12,5", "-5 triệu", "200 triệu 1 tỷ",
        "1 tỷ 2.000 triệu", "0,0000001 triệu", "khoảng 5 triệu", "1.25.000", "10 usd", "9.000.000 tỷ",
        "5 triệu 5 triệu",
    ],
)  # fmt: skip
def test_what_might_mean_two_things_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="số đồng nguyên"):
        read_amount(text)


@given(st.integers(min_value=0, max_value=MOST - 1))
def test_what_is_shown_is_read_again(amount: int) -> None:
    assert read_amount(amount_words(amount)) == amount


def test_no_amount_is_not_zero() -> None:
    assert AmountField(required=False).clean("") is None
    assert amount_words(None) == ""
