"""Dates and periods as offices print them."""

from datetime import date

import pytest
from vanban.dates import date_at, due_of, find_dates, parse_date, window_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Minh Hòa, ngày 05 tháng 01 năm 2020", "2020-01-05"),
        ("17/4/2025", "2025-04-17"),
        ("ngày 17.4.2025", "2025-04-17"),
        ("ngày 17-4-2025", "2025-04-17"),
        ("ngày 17 / 4 / 2025", "2025-04-17"),
        ("ngày 25/10\nnăm 2017", "2017-10-25"),
        ("ngày\n25 tháng\n10 năm\n2017", "2017-10-25"),
        ("ngày   tháng 8 năm 2025", "2025-08"),
        ("ngày …… tháng 8 năm 2025", "2025-08"),
        ("ngày     tháng     năm 2025", "2025"),
        ("tháng 12/2025", "2025-12"),
        ("tháng 8 năm 2025", "2025-08"),
        ("Ngày 29 tháng 02 năm 2024", "2024-02-29"),
        ("nga\u0300y 05 tha\u0301ng 01 na\u0306m 2020", "2020-01-05"),
        ("ngày 29 tháng 02 năm 2025", None),
        ("ngày 31/4/2025", None),
        ("00/12/2025", None),
        ("tháng 13/2025", None),
        ("ngày 15/12", None),
        ("ngày 5/1/25", None),
        ("39/2022/NĐ-CP", None),
        ("năm 2025", None),
    ],
)
def test_parse_date(text, value):
    assert parse_date(text) == value


def test_find_dates_tells_where_they_stand():
    text = "từ ngày 01/8/2025 đến ngày 31 tháng 02 năm 2025, rồi 30/9/2025."
    assert [(d.value, text[d.span.start : d.span.end]) for d in find_dates(text)] == [
        ("2025-08-01", "ngày 01/8/2025"),
        ("2025-09-30", "30/9/2025"),
    ]
    assert date_at(text, 3).value == "2025-08-01"
    assert date_at(text, 0) is None


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("Năm 2025", "2025-12-31"),
        ("Trong năm 2025", "2025-12-31"),
        ("2025", "2025-12-31"),
        ("Quý IV/2025", "2025-12-31"),
        ("Quý III, IV/2025", "2025-12-31"),
        ("Quý III và quý IV năm 2025", "2025-12-31"),
        ("quý 3 năm 2025", "2025-09-30"),
        ("Quý III/2025", "2025-09-30"),
        ("Quí II-2026", "2026-06-30"),
        ("Quý IV/2025 - Quý I/2026", "2026-03-31"),
        ("tháng 12/2025", "2025-12-31"),
        ("Tháng 9, 10/2025", "2025-10-31"),
        ("từ tháng 8 đến tháng 11/2025", "2025-11-30"),
        ("6 tháng đầu năm 2025", "2025-06-30"),
        ("06 tháng cuối năm 2025", "2025-12-31"),
        ("9 tháng đầu năm 2025", "2025-09-30"),
        ("giai đoạn 2025 - 2030", "2030-12-31"),
        ("2025-2030", "2030-12-31"),
        ("từ năm 2025 đến năm 2030", "2030-12-31"),
        ("đến năm 2030, tầm nhìn đến năm 2045", "2030-12-31"),
        ("đến hết ngày 15/9/2025", "2025-09-15"),
        ("trước ngày 15/9/2025", "2025-09-15"),
        ("Trước 15/9/2025", "2025-09-15"),
        ("trước tháng 9/2025", "2025-08-31"),
        ("trước ngày 15 tháng 9 năm 2025", "2025-09-15"),
        ("Trước 30/9/2025 đối với xã, 31/10/2025 đối với tỉnh", "2025-10-31"),
        ("Thường xuyên từ ngày 28/8/2025 đến hết ngày 31/12/2025", "2025-12-31"),
        ("trong 15 ngày kể từ ngày 01/7/2025", "2025-07-16"),
        ("Năm 2025, xong trước ngày 15/12", "2025-12-15"),
        ("trước ngày 15/12 (năm 2025)", "2025-12-15"),
        # Recurring, open or incomplete.
        ("Thường xuyên", None),
        ("Thường xuyên trong năm", None),
        ("Thường xuyên, năm 2025", None),
        ("hằng năm", None),
        ("hàng quý, bắt đầu từ quý III/2025", None),
        ("năm 2025 và các năm tiếp theo", None),
        ("từ năm 2025 trở đi", None),
        ("từ năm 2025", None),
        ("từ ngày 01/9/2025", None),
        ("sau ngày 01/9/2025", None),
        ("trước ngày 20 hằng tháng", None),
        ("trước ngày 15/12 hằng năm", None),
        ("2 tuần/1 số (26 số/năm 2025)", None),
        ("trước ngày 15/12", None),
        ("Quý IV", None),
        ("tháng 12", None),
        ("trong năm", None),
        ("đầu năm 2025", None),
        ("năm học 2025-2026", None),
        ("trước ngày 31/02/2025", None),
        ("15 ngày làm việc kể từ ngày 01/7/2025", None),
        ("trong 15 ngày kể từ ngày nhận được văn bản", None),
        ("theo Kế hoạch số 12/KH-UBND ngày 05/01/2025", None),
        ("theo Nghị định số 12/2025/NĐ-CP", None),
        ("", None),
    ],
)
def test_due_of(when, due):
    assert due_of(when) == due


@pytest.mark.parametrize(
    ("when", "document_date", "due"),
    [
        ("trong 15 ngày kể từ ngày ban hành", "2025-08-20", "2025-09-04"),
        ("chậm nhất 30 ngày kể từ ngày ký ban hành", "2025-08", None),
        ("01 tháng kể từ ngày Kế hoạch này được ban hành", "2025-01-31", "2025-02-28"),
        ("trong 15 ngày kể từ ngày ban hành", "2025-08", None),
        ("trong 15 ngày kể từ ngày ban hành Quyết định của cấp tỉnh", "2025-08-20", None),
        ("sau 15 ngày kể từ ngày ban hành", "2025-08-20", None),
        ("chậm nhất sau 15 ngày kể từ ngày ban hành", "2025-08-20", "2025-09-04"),
        ("trong năm nay", "2025-08", "2025-12-31"),
        ("trước ngày 15/12 năm nay", "2025-08-20", "2025-12-15"),
        ("trước ngày 15/12", "2025-08-20", None),
        ("Quý IV", "2025-08-20", None),
    ],
)
def test_due_of_with_the_date_of_the_document(when, document_date, due):
    assert due_of(when, document_date) == due


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("từ ngày 28/8/2025 đến hết ngày 31/12/2025", (date(2025, 8, 28), date(2025, 12, 31))),
        ("từ ngày 01/9 đến ngày 30/9/2025", (date(2025, 9, 1), date(2025, 9, 30))),
        ("15/11 - 15/12/2025", (date(2025, 11, 15), date(2025, 12, 15))),
        ("từ tháng 8 đến tháng 12/2025", (date(2025, 8, 1), date(2025, 12, 31))),
        ("Tháng 9, 10/2025", (date(2025, 9, 1), date(2025, 10, 31))),
        ("Quý III, IV/2025", (date(2025, 7, 1), date(2025, 12, 31))),
        ("giai đoạn 2025 - 2030", (date(2025, 1, 1), date(2030, 12, 31))),
        ("từ năm 2025", (date(2025, 1, 1), None)),
        ("năm 2025 và các năm tiếp theo", (date(2025, 1, 1), None)),
        ("trước ngày 15/12/2025", (None, date(2025, 12, 15))),
        ("ngày 15/12/2025", None),
        ("tháng 12 đến tháng 3/2026", (None, date(2026, 3, 31))),
        ("thường xuyên", None),
    ],
)
def test_window_of(text, window):
    assert window_of(text) == window
