"""The order from above is named in running text as the decree writes a citation."""

import pytest

from lienthong.drafting.citing import basis_of, long_day, written_name
from lienthong.organisations.tests.factories import cast
from lienthong.registry.tests.factories import document

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("subject", "about"),
    [
        ("V/v đôn đốc báo cáo", "về việc đôn đốc báo cáo"),
        ("Tuyên truyền chuyển đổi số", "về tuyên truyền chuyển đổi số"),
        ("Về lãnh đạo công tác truyền thông", "về lãnh đạo công tác truyền thông"),
        ("Ban hành Quy chế làm việc", "ban hành Quy chế làm việc"),
        ("Ngày Chuyển đổi số quốc gia", "về Ngày Chuyển đổi số quốc gia"),
    ],
)
def test_the_subject_follows_the_issuer(subject: str, about: str) -> None:
    office = cast().office
    order = document(office, number="05/KH-UBND", dated="2026-01-26", issuer="SỞ KHÁC", subject=subject)
    assert (
        basis_of(order, office)
        == f"{order.get_type_display()} số 05/KH-UBND ngày 26 tháng 01 năm 2026 của SỞ KHÁC {about}"
    )


def test_a_known_issuer_is_written_as_it_is_called() -> None:
    office = cast().office
    order = document(office, issuer=office.name.upper())
    assert written_name(order, office) == office.name


def test_an_order_without_a_number_is_no_basis() -> None:
    office = cast().office
    assert basis_of(document(office, number=""), office) == ""


@pytest.mark.parametrize(
    ("dated", "written"),
    [
        ("2026-02-05", "ngày 05 tháng 02 năm 2026"),
        ("2026-03-16", "ngày 16 tháng 3 năm 2026"),
        ("2026-12-01", "ngày 01 tháng 12 năm 2026"),
        ("2026-03", ""),
    ],
)
def test_a_day_is_written_with_the_zeros_of_the_decree(dated: str, written: str) -> None:
    assert long_day(document(cast().office, dated=dated)) == written
