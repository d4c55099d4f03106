"""Hashes that are stored were made of one spelling: it stays."""

import hashlib
from datetime import date

import pytest

from lienthong.core.hashing import sha256_of


def test_the_spelling_is_json_with_keys_in_order_and_letters_as_they_are():
    spelled = '{"day": "2026-10-10", "lines": ["đã duyệt", 2], "title": "Ngày Chuyển đổi số"}'
    said = {"title": "Ngày Chuyển đổi số", "lines": ["đã duyệt", 2], "day": date(2026, 10, 10)}
    assert sha256_of(said, default=str) == hashlib.sha256(spelled.encode()).hexdigest()


def test_what_json_cannot_spell_is_a_mistake_unless_somebody_says_how():
    with pytest.raises(TypeError):
        sha256_of({"day": date(2026, 10, 10)})
