"""Rhythms as plans print them."""

from datetime import date, datetime
from itertools import islice

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from vanban.dates import last_day
from vanban.rhythm import rhythm

QUARTERLY = "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
MONTHLY = "FREQ=MONTHLY;BYMONTHDAY=-1"
HALF_YEARLY = "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1"
YEARLY = "FREQ=MONTHLY;BYMONTH=12;BYMONTHDAY=-1"
WORKDAYS = "MO,TU,WE,TH,FR"

RULES = [
    # So many in each step.
    ("2 tuần/1 số (26 số/năm)", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("2 tuần 1 số", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("1 số/02 tuần", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("02 tuần/lần", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("02 tuần/01 phiếu", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("01 tháng/02 tờ gấp", "FREQ=MONTHLY;BYMONTHDAY=-1", 2),
    ("hai tuần một lần", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("2\ntuần/ 1  số", "FREQ=WEEKLY;INTERVAL=2", 1),
    ("01 lần/tháng", MONTHLY, 1),
    ("Tháng/lần", MONTHLY, 1),
    ("tháng 1 lần", MONTHLY, 1),
    ("1 tháng/2 lần", MONTHLY, 2),
    ("mỗi tháng 01 chuyên mục", MONTHLY, 1),
    ("hằng tháng 02 tin, bài", MONTHLY, 2),
    ("tối thiểu 02 bài/tháng", MONTHLY, 2),
    ("ít nhất 01 tin, bài/tuần", "FREQ=WEEKLY", 1),
    ("thường xuyên, tối thiểu 02 bài/tuần", "FREQ=WEEKLY", 2),
    ("2 lần/tuần", "FREQ=WEEKLY", 2),
    ("hai lần mỗi tuần", "FREQ=WEEKLY", 2),
    ("03 tin, 02 bài/tuần", "FREQ=WEEKLY", 5),
    ("mỗi quý 1 lần", QUARTERLY, 1),
    ("01 (một) lần/quý", QUARTERLY, 1),
    ("03 tháng một lần", QUARTERLY, 1),
    ("6 tháng/lần", HALF_YEARLY, 1),
    ("1 lần/năm", YEARLY, 1),
    ("3 lần trong năm", YEARLY, 3),
    ("2 năm/lần", "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31", 1),
    ("5 tháng/lần", "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1", 1),
    ("10 ngày/lần", "FREQ=DAILY;INTERVAL=10", 1),
    ("phát thanh 02 lần/ngày", "FREQ=DAILY", 2),
    # A step by its name.
    ("hằng ngày", "FREQ=DAILY", 1),
    ("Hàng tuần", "FREQ=WEEKLY", 1),
    ("hằng tháng", MONTHLY, 1),
    ("Tháng", MONTHLY, 1),
    ("hằng quý", QUARTERLY, 1),
    ("hằng năm", YEARLY, 1),
    ("định kỳ 6 tháng báo cáo kết quả", HALF_YEARLY, 1),
    ("định kỳ quý, 6 tháng, năm", QUARTERLY, 1),
    ("Quý, 6 tháng, năm", QUARTERLY, 1),
    ("định kỳ quý, 6 tháng, năm và đột xuất", QUARTERLY, 1),
    ("hằng tháng, hằng quý, 6 tháng, 9 tháng và năm", MONTHLY, 1),
    ("định kỳ 6 tháng, 9 tháng, năm", "FREQ=MONTHLY;BYMONTH=6,9,12;BYMONTHDAY=-1", 1),
    ("cuối tháng", MONTHLY, 1),
    ("cuối mỗi quý", QUARTERLY, 1),
    # A day of its own.
    ("trước ngày 20 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=20", 1),
    ("hàng tháng (trước ngày 25)", "FREQ=MONTHLY;BYMONTHDAY=25", 1),
    ("01 lần/tháng, trước ngày 25 gửi báo cáo", "FREQ=MONTHLY;BYMONTHDAY=25", 1),
    ("ngày 30 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", 1),
    ("ngày 31 hằng tháng", MONTHLY, 1),
    ("ngày 15 và ngày 30 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=15,28,29,30;BYSETPOS=1,-1", 1),
    ("2 lần/tháng, ngày 10 và ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=10,25", 1),
    ("chậm nhất ngày 15 của tháng cuối quý", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", 1),
    ("trước ngày 10 tháng đầu tiên của quý sau", "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=10", 1),
    ("ngày làm việc cuối cùng của tháng", f"FREQ=MONTHLY;BYDAY={WORKDAYS};BYSETPOS=-1", 1),
    ("ngày làm việc cuối cùng của quý", f"FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY={WORKDAYS};BYSETPOS=-1", 1),
    ("thứ Hai hằng tuần", "FREQ=WEEKLY;BYDAY=MO", 1),
    ("hàng tuần (thứ Sáu)", "FREQ=WEEKLY;BYDAY=FR", 1),
    ("thứ 2, 4, 6 hằng tuần", "FREQ=WEEKLY;BYDAY=MO,WE,FR", 1),
    ("từ thứ Hai đến thứ Sáu hằng tuần", f"FREQ=WEEKLY;BYDAY={WORKDAYS}", 1),
    ("2 lần/tuần (thứ Hai, thứ Năm)", "FREQ=WEEKLY;BYDAY=MO,TH", 1),
    ("Chủ nhật hằng tuần", "FREQ=WEEKLY;BYDAY=SU", 1),
    ("thứ Hai đầu tiên của tháng", "FREQ=MONTHLY;BYDAY=1MO", 1),
    ("thứ Sáu cuối cùng hằng tháng", "FREQ=MONTHLY;BYDAY=-1FR", 1),
    ("trước ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15", 1),
    ("hằng năm, trước ngày 30 tháng 11", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30", 1),
    ("ngày 20/6 và ngày 15/12 hằng năm", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15,20;BYSETPOS=2,3", 1),
    ("6 tháng, năm (trước ngày 15/6 và 15/12)", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=15", 1),
    ("ngày 29/2 hằng năm", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", 1),
    ("mỗi năm 2 lần (tháng 6, tháng 12)", HALF_YEARLY, 1),
    ("hằng năm vào tháng 10", "FREQ=MONTHLY;BYMONTH=10;BYMONTHDAY=-1", 1),
]


@pytest.mark.parametrize(("text", "rule", "per"), RULES)
def test_rules(text, rule, per):
    result = rhythm(text)
    assert (result.rrule, result.per, result.remarks) == (rule, per, ())


@pytest.mark.parametrize(
    "text",
    [
        "định kỳ", "theo chuyên đề", "đầu tháng", "báo cáo hằng quý trước ngày 15", "hằng tuần, hằng tháng",
        "02 buổi/tuần; báo cáo hằng tháng", "02 tin/tuần; 01 bài/tháng", "31/4 hằng năm", "trước ngày 15/12", "24/7",
        "nửa tháng một lần", "01 bài viết/tuần/đơn vị", "từ thứ 2 đến thứ 6", "thứ Hai hằng tháng", "0 lần/tháng", "",
        "Định kỳ hằng tháng (ngày 20), quý (ngày 20 tháng cuối quý)", "từ nay đến cuối năm",
    ],
)  # fmt: skip
def test_what_is_not_understood_gives_a_remark_and_no_rule(text):
    result = rhythm(text)
    assert result.rrule is None
    assert [remark.kind for remark in result.remarks] == ["rhythm-unknown"]
    assert list(result.occurrences(date(2025, 1, 1), date(2030, 1, 1))) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2 tuần/1 số (24 số/năm)", ("26", "24")),
        ("mỗi tháng 1 số (10 số/năm)", ("12", "10")),
        ("1 số/tháng (3 số/quý, 10 số/năm)", ("12", "10")),
        ("1 số/tháng, 2 số/tháng", ("1", "2")),
        ("2 tuần/1 số (10 số), từ ngày 01/9/2025 đến ngày 31/12/2025", ("8", "10")),
        ("3 lần/tuần vào thứ Hai, thứ Năm", ("3", "2")),
    ],
)
def test_numbers_that_disagree_are_both_told(text, numbers):
    result = rhythm(text)
    (remark,) = result.remarks
    assert remark.kind == "rhythm-contradiction"
    assert all(number in remark.message for number in numbers)
    assert not result.consistent


@pytest.mark.parametrize(
    ("text", "quota", "per"),
    [
        ("2 tuần/1 số (26 số/năm)", 26, "year"),
        ("01 số/tuần, tổng 52 số trong năm 2025", 52, "year"),
        ("1 số/tháng (3 số/quý, 12 số/năm)", 12, "year"),
        ("2 tuần/1 số (8 số), từ ngày 01/9/2025 đến ngày 31/12/2025", 8, "window"),
        ("1 số/tuần (4 số/tháng)", 4, "month"),
        ("26 số/năm", 26, "year"),
        ("tổng cộng 26 số", 26, "window"),
        ("03 chuyên mục", 3, "window"),
        ("2 lần/tuần", None, None),
    ],
)
def test_quota(text, quota, per):
    result = rhythm(text)
    assert (result.quota, result.quota_per, result.remarks) == (quota, per, ())


@pytest.mark.parametrize(
    ("text", "reruns", "per"),
    [
        ("Mỗi tháng 01 chuyên mục và phát lại 03 lần/tháng", 3, "month"),
        ("02 chương trình/tháng, mỗi chương trình phát lại 02 lần", 2, "issue"),
        ("01 chuyên mục/tuần, phát sóng lại ít nhất 02 lần/tuần", 2, "week"),
        ("01 chuyên mục/tháng", None, None),
    ],
)
def test_reruns_are_counted_apart(text, reruns, per):
    result = rhythm(text)
    assert (result.reruns, result.reruns_per) == (reruns, per)
    assert result.quota is None


def test_what_does_not_recur():
    assert rhythm("Quý III, IV/2025").window == (date(2025, 7, 1), date(2025, 12, 31))
    assert list(rhythm("Quý III, IV/2025").occurrences()) == [date(2025, 12, 31)]
    span = rhythm("từ ngày 28/8/2025 đến hết ngày 31/12/2025")
    assert (span.window, span.due) == ((date(2025, 8, 28), date(2025, 12, 31)), date(2025, 12, 31))
    always = rhythm("Thường xuyên trong năm")
    assert (always.open_ended, always.rrule, always.remarks, list(always.occurrences(date(2025, 1, 1)))) == (
        True,
        None,
        (),
        [],
    )
    on = rhythm("năm 2025 và những năm tiếp theo")
    assert (on.open_ended, on.window, on.remarks) == (True, (date(2025, 1, 1), None), ())
    assert rhythm("đột xuất khi có yêu cầu").ad_hoc
    assert rhythm("định kỳ quý và đột xuất").ad_hoc


def test_windows_and_anchors():
    result = rhythm("Hằng tháng từ tháng 8 đến tháng 12/2025")
    assert [day.month for day in result.occurrences()] == [8, 9, 10, 11, 12]
    fortnightly = rhythm("2 tuần/1 số", window=(date(2025, 1, 1), date(2025, 12, 31)))
    assert list(fortnightly.occurrences(limit=2)) == [date(2025, 1, 14), date(2025, 1, 28)]
    anchored = rhythm("2 tuần/1 số", anchor=date(2025, 1, 8))
    assert list(anchored.occurrences(date(2025, 6, 1), limit=1)) == [date(2025, 6, 10)]
    with pytest.raises(ValueError, match="start"):
        list(rhythm("hằng tháng").occurrences())


def test_every_issue_has_its_due_date():
    result = rhythm("2 lần/tháng")
    assert list(result.occurrences(date(2024, 2, 1), date(2024, 2, 29))) == [date(2024, 2, 29)] * 2
    assert list(result.due_dates(date(2024, 2, 1), date(2024, 2, 29))) == [date(2024, 2, 29)]


def test_spans_stand_in_the_text():
    text = "Năm 2025:  2  tuần/1 số (26 số/năm), phát lại 2 lần"
    spans = rhythm(text).spans
    assert {name: text[span.start : span.end] for name, span in spans.items()} == {
        "window": "2025",
        "rhythm": "2  tuần/1 số",
        "quota": "26 số/năm",
        "reruns": "phát lại 2 lần",
    }


_RULES = st.sampled_from([text for text, _, _ in RULES])
_DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(st.integers(1, 31), st.integers(1950, 2050))
def test_a_day_that_a_month_lacks_is_its_last_day(day, year):
    result = rhythm(f"ngày {day} hằng tháng")
    found = list(result.occurrences(date(year, 1, 1), date(year + 49, 12, 31)))
    assert found == [
        date(y, month, min(day, last_day(y, month).day)) for y in range(year, year + 50) for month in range(1, 13)
    ]


@given(_RULES, _DAYS, st.integers(0, 4000))
def test_occurrences_stand_in_order_within_the_window(text, start, days):
    end = date.fromordinal(start.toordinal() + days)
    result = rhythm(text, window=(start, end))
    found = list(result.occurrences(limit=500))
    assert found == sorted(found)
    assert all(start <= day <= end for day in found)
    assert len(found) % result.per == 0 or len(found) == 500


@settings(deadline=None)
@given(_RULES, _DAYS)
def test_rules_are_what_dateutil_reads(text, start):
    result = rhythm(text, anchor=start)
    begin = result.dtstart()
    stamp = f"DTSTART:{begin:%Y%m%d}T000000\nRRULE:{result.rrule}"
    plain = (moment.date() for moment in rrulestr(stamp))
    assert list(islice(result.due_dates(start), 30)) == list(islice((day for day in plain if day >= start), 30))
    assert rrulestr(str(rrulestr(result.rrule, dtstart=datetime(2025, 1, 1)))) is not None  # noqa: DTZ001


@given(
    st.sampled_from([("tuần", 7), ("ngày", 1), ("tháng", 0)]),
    st.integers(1, 6),
    st.integers(1, 4),
    st.integers(2000, 2050),
)
def test_occurrences_make_up_a_consistent_quota(unit, every, issues, year):
    name, days = unit
    window = (date(year, 1, 1), date(year, 12, 31))
    whole = (window[1] - window[0]).days + 1
    quota = issues * (12 // every if not days else whole // (every * days))
    result = rhythm(f"{issues} số/{every} {name} ({quota} số/năm)", window=window)
    assert result.quota == quota
    if result.consistent:
        assert len(list(result.occurrences())) == quota
    wrong = rhythm(f"{issues} số/{every} {name} ({quota + 2 * issues} số/năm)", window=window)
    assert not wrong.consistent


@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(" ".join(t for t, _, _ in RULES).split()), max_size=12).map(" ".join)
)
def test_no_text_breaks_it(text):
    result = rhythm(text)
    assert result.rrule is None or len(list(result.occurrences(date(2025, 1, 1), limit=5))) == 5
    assert result.rrule or result.due or result.open_ended or result.ad_hoc or result.quota or result.remarks


def test_no_issue_at_all_is_no_rhythm():
    assert [remark.kind for remark in rhythm("0 tin").remarks] == ["rhythm-unknown"]
