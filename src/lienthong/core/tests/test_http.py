"""What a browser, or somebody else, may send instead of what a page of ours sends."""

import pytest
from django.test import Client

from lienthong.core.http import whole


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("", None),
        ("-1", None),
        (" 1", None),
        ("²", None),
        ("1" * 5000, None),
        ("9" * 18, 10**18 - 1),
    ],
)
def test_only_a_number_is_taken_for_one(text, number):
    assert whole(text) == number


@pytest.mark.django_db
def test_what_is_too_much_is_refused_in_vietnamese(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 3
    answer = Client().post("/noi-bo/tai-khoan/dang-nhap/", {f"o{n}": "1" for n in range(9)})
    assert answer.status_code == 400
    assert "Không nhận được yêu cầu" in answer.text
