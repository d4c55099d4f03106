"""Search without diacritics and by number, on whichever database runs the tests."""

import pytest

from lienthong.core.models import ExtraDay
from lienthong.core.search import forget, index, matches

pytestmark = pytest.mark.django_db


@pytest.fixture
def day():
    thing = ExtraDay.objects.create(day="2026-01-01", works=True, reason="x")
    index(thing, number="82/KH-UBND", words="Kế hoạch truyền thông về chuyển đổi số xã Đăk Minh năm 2026")
    return thing


@pytest.mark.parametrize(
    "query",
    ["chuyển đổi số", "chuyen doi so", "CHUYEN ĐỔI", "82/KH-UBND", "kh-ubnd", "dak minh", "truyen tho", "số 2026"],
)
def test_finds(day, query):
    assert list(matches(ExtraDay, query)) == [{"object_id": day.pk}]


@pytest.mark.parametrize("query", ["", "  ", "chuyen doi xanh", "83/KH-UBND", '"', "& | !", "a:b*", "đổi' OR 1"])
def test_does_not_find(day, query):
    assert list(matches(ExtraDay, query)) == []


def test_what_changed_is_found_by_its_new_words_only(day):
    index(day, number="", words="hoàn toàn khác")
    assert not matches(ExtraDay, "chuyen doi").exists()
    assert matches(ExtraDay, "khac").exists()
    forget(day)
    assert not matches(ExtraDay, "khac").exists()
