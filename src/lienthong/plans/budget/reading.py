"""What a printed funding says: source and amount, where it says them beyond doubt; the words stay as printed."""

from __future__ import annotations

import re

from lienthong.core.amounts import read_amount
from lienthong.core.refusals import Refused
from lienthong.core.text import search_fold
from lienthong.plans.budget.models import BudgetLine
from lienthong.plans.models import Assignment

_SOURCES = {
    "ngan sach xa": BudgetLine.Source.COMMUNE,
    "ngan sach cap xa": BudgetLine.Source.COMMUNE,
    "ngan sach huyen": BudgetLine.Source.DISTRICT,
    "ngan sach cap huyen": BudgetLine.Source.DISTRICT,
    "ngan sach tinh": BudgetLine.Source.PROVINCE,
    "ngan sach cap tinh": BudgetLine.Source.PROVINCE,
    "chuong trinh muc tieu": BudgetLine.Source.PROGRAMME,
    "xa hoi hoa": BudgetLine.Source.SOCIAL,
}
_UNIT = r"(?:tỷ|tỉ|triệu|nghìn|ngàn)"
_AMOUNT = re.compile(rf"(?:\d[\d.,]*\s*{_UNIT}\s*)*\d[\d.,]*\s*(?:{_UNIT}(?:\s*đồng)?|đồng|đ)(?!\w)", re.I)
#: Words beside an amount after which it is no longer the amount itself.
_ABOUT = re.compile(r"\b(khoang|toi da|khong qua|duoi|tren|moi|den|tro len)\b")


def source_in(printed: str) -> BudgetLine.Source:
    """The one source that the words name; another one where they name none or several."""
    words = search_fold(printed)
    found = {source for name, source in _SOURCES.items() if re.search(rf"\b{name}\b", words)}
    return found.pop() if len(found) == 1 else BudgetLine.Source.OTHER


def amount_in(printed: str) -> int | None:
    """The one whole amount with its unit that the words name; None for none, several, or "khoảng 5 triệu"."""
    found = _AMOUNT.findall(printed)
    beside = _AMOUNT.sub(" ", printed)
    if len(found) != 1 or re.search(r"[\d/%]", beside) or _ABOUT.search(search_fold(beside)):
        return None
    try:
        return read_amount(found[0])
    except Refused:
        return None


def printed_line(assignment: Assignment, printed: str) -> BudgetLine:
    """The budget line of a stored ``assignment`` whose funding a document prints, stored."""
    return BudgetLine.objects.create(
        plan=assignment.plan, assignment=assignment, printed=printed[:300], source=source_in(printed),
        purpose=assignment.name[:300], planned=amount_in(printed), created_by=assignment.plan.created_by,
    )  # fmt: skip
