"""Documents as plain data: every value with place, confidence and rule; pages and boxes where the input has pages."""

from __future__ import annotations

import json
from collections.abc import Callable

import vanban

Maker = Callable[..., bytes]

HEAD = [
    (85, 780, "ỦY BAN NHÂN DÂN"),
    (290, 780, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    (100, 764, "XÃ MINH HÒA"),
    (320, 764, "Độc lập - Tự do - Hạnh phúc"),
    (85, 740, "Số:"),
    (150, 740, "/TB-UBND"),
    (300, 740, "Minh Hòa, ngày"),
    (430, 740, "tháng 8 năm 2026"),
    (250, 700, "THÔNG BÁO"),
    (200, 680, "Về lịch tiếp công dân"),
    (85, 650, "Thực hiện Kế hoạch số 82/KH-UBND ngày 17/12/2025 của tỉnh."),
]
LAST = [
    (85, 700, "1. Giao Phòng Kinh tế chủ trì tổ chức thực hiện."),
    (85, 600, "Nơi nhận:"),
    (85, 586, "- Như trên;"),
    (340, 600, "CHỦ TỊCH"),
    (340, 540, "Nguyễn Văn A"),
]


def test_a_paged_document_says_page_and_box(make_pdf: Maker) -> None:
    document = vanban.read(make_pdf(HEAD, LAST, stamps=[(115, 740, "542"), (405, 740, "06")]))
    form = vanban.to_form(document)
    assert form["number"] == "542/TB-UBND"
    assert form["date"] == "2026-08-06"
    assert form["signatory"]["name"] == "Nguyễn Văn A"
    assert form["places"]["signatory.name"]["page"] == 2
    x0, y0, x1, y1 = form["places"]["signatory.name"]["box"]
    assert 335 < x0 < 345
    assert x1 > x0
    assert y0 < 842 - 540 < y1 + 3
    assert form["places"]["cited.0.number"]["page"] == 1
    assert {remark["kind"] for remark in form["remarks"]} >= {"stamp"}


def test_a_form_is_json_and_empty_where_nothing_is_said() -> None:
    form = vanban.to_form(vanban.read("Xin chào.\n".encode()))
    assert json.loads(json.dumps(form)) == form
    for name, value in form.items():
        if name == "signatory":
            assert set(value.values()) == {None}
        else:
            assert not value, name


def test_an_unreadable_document_has_a_reason_only() -> None:
    form = vanban.to_form(vanban.read(b""))
    assert form["unreadable"] is True
    assert [remark["kind"] for remark in form["remarks"]] == ["unreadable"]
    assert form["spans"] == form["rules"] == {}
