"""Deadlines inside a task: several of them, for several bodies, or counted from a day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vanban.bodies import find_duty, head_at, is_list_of_bodies, split_bodies
from vanban.dates import due_of, find_periods
from vanban.folding import spelled
from vanban.model import Deadline, Value

#: Makes a value of ``text[start:end]`` of the paragraph or cell at hand.
Make = Callable[[int, int], Value[str]]

#: "trong 15 ngày kể từ ngày ban hành", "chậm nhất 05 ngày làm việc kể từ khi nhận được văn bản".
RELATIVE = re.compile(
    r"(?:(?:chậm|muộn) nhất (?:là )?|trong (?:thời hạn |thời gian |vòng |hạn )?|không quá |tối đa |sau )?"
    r"(?<!\d)(?P<n>\d{1,3}) ?(?:\([^)]{1,20}\) ?)?(?P<unit>ngày|tuần|tháng)(?P<working> làm việc)?"
    r"(?:,? (?:kể|tính) từ| từ) (?:ngày|khi|thời điểm|lúc)\b(?! \d[\d/]+ đến)[^.;:,()]{0,90}"
)
EVERY = re.compile(
    r"(?:trước|vào|chậm nhất(?:\s+là)?)\s+(?:ngày\s+)?\d{1,2}(?:\s*/\s*\d{1,2})?(?:\s+tháng\s+\d{1,2})?\s*"
    r"(?:h[àằ]ng\s+(?:tháng|quý|năm)|(?:của\s+)?tháng\s+(?:cuối|đầu)\s+(?:của\s+)?(?:mỗi\s+)?quý)"
)
_FIRM = re.compile(
    r"(?:(?:chậm|muộn) nhất(?: là| đến| trước| vào)?|trước|đến hết|đến trước|xong trong|hoàn thành trong|trong|hết)"
    r" (?:hết )?(?:ngày|tháng|quý|năm)?\s*$"
)
_CLAUSE = re.compile(r"[;.:]\s+|,\s+(?=(?:còn|riêng|các|từng)\s)")
_FOR = re.compile(r"(?:đối với|riêng|với|còn|và)\s+")
#: Two years, or a day that something counts from or comes back on: looking for it is quicker.
_MAY_TELL_MORE = re.compile(r"từ (?:ngày|khi|thời|lúc)|h[ằà]ng |mỗi quý|20\d\d.*20\d\d", re.IGNORECASE | re.DOTALL)
_UNIT_DAYS = {"ngày": 1, "tuần": 7}


def deadlines_of(text: str, make: Make, document_date: str | None) -> tuple[Deadline, ...]:
    """The deadlines that ``text`` sets, where they say more than one date does: several, or one counted from a day.

    ``document_date`` (ISO) serves those that count from the day of issue.
    """
    if not _MAY_TELL_MORE.search(text):
        return ()
    plain = spelled(text)
    found = sorted((*_relative(plain), *_recurring(plain), *_dated(text, plain)))
    stretches = [s for n, s in enumerate(found) if not n or s[0] >= found[n - 1][1]]
    deadlines = tuple(_deadline(text, plain, a, b, make, document_date) for a, b in stretches)
    return deadlines if len(deadlines) > 1 or any(item.days for item in deadlines) else ()


def _relative(plain: str) -> Iterator[tuple[int, int]]:
    for match in RELATIVE.finditer(plain):
        yield match.start(), match.start() + len(match[0].rstrip())


def _recurring(plain: str) -> Iterator[tuple[int, int]]:
    for match in EVERY.finditer(plain):
        yield match.span()


def _dated(text: str, plain: str) -> Iterator[tuple[int, int]]:
    for period in find_periods(text):
        before = _FIRM.search(plain, max(0, period.start - 40), period.start)
        if before:
            yield before.start(), period.end


def _deadline(text: str, plain: str, start: int, end: int, make: Make, document_date: str | None) -> Deadline:
    when = make(start, end)
    due = due_of(text[start:end], document_date)
    counted = RELATIVE.match(plain, start)
    days = int(counted["n"]) * _UNIT_DAYS[counted["unit"]] if counted and counted["unit"] in _UNIT_DAYS else None
    return Deadline(
        when,
        Value(due, when.span, when.confidence, "derived.due") if due else None,
        tuple(make(a, b) for a, b in _bound(text, plain, start)),
        days,
        bool(counted and counted["working"]),
    )


def _bound(text: str, plain: str, start: int) -> list[tuple[int, int]]:
    """The bodies that open the clause of a deadline: "các xã hoàn thành trước ngày …"."""
    begin = max((gap.end() for gap in _CLAUSE.finditer(plain, 0, start)), default=0)
    named = _FOR.match(plain, begin, start)
    begin = named.end() if named else begin
    if not head_at(plain, begin):
        return []
    stop, _ = find_duty(text, plain, begin, start)
    while stop > begin and text[stop - 1] in " ,:;(":
        stop -= 1
    return split_bodies(text, plain, begin, stop) if is_list_of_bodies(text, plain, begin, stop) else []
