"""The registers of Nghị định 30/2020/NĐ-CP, Phụ lục IV: their columns and what stands in each line.

*Ký nhận* is for the hand and stays empty. Numbers that were cancelled or are held stand in the register too, with the
reason, so that it has no gap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from lienthong.core.templatetags.words import day as shown_day
from lienthong.organisations.service import Body
from lienthong.registry.days import shown
from lienthong.registry.models import Decision, DecisionPart, Direction, HeldNumber, OfficialDocument
from lienthong.registry.queries import OfficialDocumentQuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Line:
    """One line; ``cells`` in the order of the columns, ``document`` None for a number without one."""

    cells: tuple[str, ...]
    document: OfficialDocument | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """One kind of register: its title, columns and how a document fills them. ``widths`` are in millimetres."""

    slug: str
    title: StrOrPromise
    short: StrOrPromise
    direction: Direction
    columns: tuple[StrOrPromise, ...]
    widths: tuple[int, ...]
    cells_of: Callable[[OfficialDocument], tuple[str, ...]]
    number_column: int | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """A register filled for a stretch of days: what is printed on its cover, and its lines."""

    register: Register
    office: Body
    first_day: date
    last_day: date
    lines: list[Line] = field(default_factory=list)

    @property
    def years(self) -> str:
        """ "2025", or "2025 - 2026"."""
        return " - ".join(str(year) for year in sorted({self.first_day.year, self.last_day.year}))

    @property
    def numbers(self) -> tuple[int, int] | None:
        """The first and last number in the book."""
        documents = (line.document for line in self.lines if line.document)
        taken = [document.register_number for document in documents if document.register_number]
        return (min(taken), max(taken)) if taken else None


def _named(document: OfficialDocument) -> str:
    kind = document.get_type_display() if document.type else ""
    return ": ".join(part for part in (kind, document.subject) if part)


def _decision(document: OfficialDocument) -> Decision | None:
    decisions = list(document.decisions.all())
    return decisions[-1] if decisions else None


def _receivers(document: OfficialDocument) -> str:
    decision = _decision(document)
    if decision is None:
        return ""
    parts = [f"{part.body.label} ({part.get_part_display().lower()})" for part in decision.parts.all()]
    return "; ".join(parts) or decision.get_kind_display()


def _due(document: OfficialDocument) -> str:
    decision = _decision(document)
    parts = decision.parts.all() if decision else ()
    dues = [f"{part.body.label}: {shown_day(part.due)}" for part in parts if part.due]
    return "; ".join(dues) or shown_day(document.due)


def _progress(document: OfficialDocument) -> str:
    decision = _decision(document)
    parts = [part for part in (decision.parts.all() if decision else ()) if part.part != DecisionPart.Part.NOTE]
    done = [f"{part.body.label}: {_('xong')} {shown_day(part.done_on)}" for part in parts if part.done_on]
    return "; ".join([document.get_state_display(), *done])


def _incoming(document: OfficialDocument) -> tuple[str, ...]:
    decision = _decision(document)
    return (
        shown_day(document.arrived_on),
        str(document.register_number),
        document.issuer,
        document.number,
        shown(document.dated),
        _named(document),
        _receivers(document),
        shown_day(document.sent_on or (decision.decided_on if decision else None)),
        "",
        document.note,
    )


def _outgoing(document: OfficialDocument) -> tuple[str, ...]:
    return (
        document.number,
        shown(document.dated),
        _named(document),
        document.signer_name,
        "; ".join(document.recipients or document.addressees),
        document.copy_holder,
        str(document.copies or ""),
        shown_day(document.sent_on),
        "",
        "; ".join(filter(None, [document.note, *_corrections_of(document)])),
    )


def _corrections_of(document: OfficialDocument) -> list[str]:
    """What the register notes beside a document that was corrected later."""
    replaced, mended = _("Được thay thế bằng %(number)s"), _("Được đính chính bằng %(number)s")
    return [(replaced if by.replaces else mended) % {"number": by.number} for by in document.corrected_by.all()]


def _followed(document: OfficialDocument) -> tuple[str, ...]:
    kind = document.get_type_display() if document.type else pgettext("tên loại văn bản", "Văn bản")
    about = [f"{kind} {document.number}".strip(), shown(document.dated), document.issuer]
    return (
        str(document.register_number),
        ", ".join(part for part in about if part),
        _receivers(document),
        _due(document),
        _progress(document),
        "; ".join(answer.number or answer.title for answer in document.answered_by.all()),
        document.note,
    )


INCOMING = Register(
    "den",
    gettext_lazy("SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"),
    gettext_lazy("Sổ đến"),
    Direction.INCOMING,
    (
        gettext_lazy("Ngày đến"),
        gettext_lazy("Số đến"),
        gettext_lazy("Tác giả"),
        gettext_lazy("Số, ký hiệu văn bản"),
        gettext_lazy("Ngày tháng văn bản"),
        gettext_lazy("Tên loại và trích yếu nội dung văn bản"),
        gettext_lazy("Đơn vị hoặc người nhận"),
        gettext_lazy("Ngày chuyển"),
        gettext_lazy("Ký nhận"),
        gettext_lazy("Ghi chú"),
    ),
    (23, 13, 32, 28, 23, 58, 30, 23, 14, 25),
    _incoming,
    number_column=1,
)
OUTGOING = Register(
    "di",
    gettext_lazy("SỔ ĐĂNG KÝ VĂN BẢN ĐI"),
    gettext_lazy("Sổ đi"),
    Direction.OUTGOING,
    (
        gettext_lazy("Số, ký hiệu văn bản"),
        gettext_lazy("Ngày tháng văn bản"),
        gettext_lazy("Tên loại và trích yếu nội dung văn bản"),
        gettext_lazy("Người ký"),
        gettext_lazy("Nơi nhận văn bản"),
        gettext_lazy("Đơn vị, người nhận bản lưu"),
        gettext_lazy("Số lượng bản"),
        gettext_lazy("Ngày chuyển"),
        gettext_lazy("Ký nhận"),
        gettext_lazy("Ghi chú"),
    ),
    (28, 23, 58, 26, 38, 24, 13, 23, 13, 23),
    _outgoing,
    number_column=0,
)
FOLLOWED = Register(
    "theo-doi",
    gettext_lazy("SỔ THEO DÕI GIẢI QUYẾT VĂN BẢN ĐẾN"),
    gettext_lazy("Sổ theo dõi giải quyết"),
    Direction.INCOMING,
    (
        gettext_lazy("Số đến"),
        gettext_lazy("Tên loại, số, ký hiệu, ngày, tháng và tên cơ quan, tổ chức ban hành văn bản"),
        gettext_lazy("Đơn vị hoặc người nhận"),
        gettext_lazy("Thời hạn giải quyết"),
        gettext_lazy("Tiến độ giải quyết"),
        gettext_lazy("Số, ký hiệu văn bản trả lời"),
        gettext_lazy("Ghi chú"),
    ),
    (14, 80, 40, 38, 44, 30, 23),
    _followed,
)
REGISTERS = {register.slug: register for register in (INCOMING, OUTGOING, FOLLOWED)}


def book(register: Register, documents: OfficialDocumentQuerySet, office: Body, first: date, last: date) -> Book:
    """``register`` of ``office`` from ``first`` to ``last``, of the ``documents`` that its reader may see.

    Lines stand by register and number. Incoming ones belong to the day of arrival, outgoing ones to their date.
    """
    rows = documents.filter(office=office, direction=register.direction, register_number__isnull=False)
    if register.direction == Direction.INCOMING:
        rows = rows.filter(arrived_on__range=(first, last))
    else:
        rows = rows.filter(dated__range=(first.isoformat(), last.isoformat()))
    rows = rows.select_related("register_series").prefetch_related(
        "decisions__parts__body", "answered_by", "corrected_by"
    )
    placed = [(_place(row), Line(register.cells_of(row), row)) for row in rows]
    placed += _numbers_alone(register, office, first, last)
    return Book(register, office, first, last, [line for _where, line in sorted(placed, key=lambda pair: pair[0])])


def _place(document: OfficialDocument) -> tuple[int, str, int]:
    assert document.register_series is not None
    return (document.register_series.year, document.register_series.code, document.register_number or 0)


def _numbers_alone(
    register: Register, office: Body, first: date, last: date
) -> Iterator[tuple[tuple[int, str, int], Line]]:
    if register.number_column is None:
        return
    held = HeldNumber.objects.filter(
        series__office=office, series__direction=register.direction, held_on__range=(first, last)
    ).select_related("series")
    for number in held:
        cells = [""] * len(register.columns)
        cells[register.number_column] = str(number)
        if number.cancelled_on is not None:
            cells[-1] = _("Số hủy ngày %(day)s: %(why)s") % {
                "day": shown_day(number.cancelled_on),
                "why": number.cancelled_why,
            }
        else:
            cells[-1] = _("Số giữ cho: %(purpose)s") % {"purpose": number.purpose}
        yield (number.series.year, number.series.code, number.number), Line(tuple(cells))
