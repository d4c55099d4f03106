"""What a document to be written consists of.

A :class:`ComposeModel` says what the document says; how it looks follows from its system (State or Party) and type.
Texts are single paragraphs without labels and end marks: numbers, dashes and "./." are the composer's work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from vanban.model import TYPES


class ModelError(ValueError):
    """The model cannot be composed; the message is a Vietnamese sentence for the user."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document cited in a "Căn cứ" line: ``number`` with symbol ("12/NQ-HĐND"), ``date`` ISO, ``by`` the issuer."""

    number: str
    type: str
    date: str | None = None
    by: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading; level 1 is "I.", 2 is "1.", 3 is "a)", counted by the composer unless ``label`` is given."""

    title: str
    level: int = 1
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, printed with a dash."""

    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article ("Điều 1. …") of a decision or resolution, counted by the composer."""

    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a task table: what is to be done, by whom and when (Nghị định 30/2020/NĐ-CP, Điều 23.2)."""

    text: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    when: str | None = None
    product: str | None = None


@dataclass(frozen=True, slots=True)
class TaskTable:
    """Tasks as a table; the columns for support and product are left out where no task fills them."""

    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures as a table: ``head`` names the columns, each row has as many cells. Numbers are aligned right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: ``authority`` lines ("TM. ỦY BAN NHÂN DÂN"), ``title`` ("CHỦ TỊCH") and ``name``."""

    title: str
    name: str | None = None
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ComposeModel:
    """An official document to be written.

    ``symbol`` is the part after the number ("BC-UBND"; Party: "BC/ĐU"); ``number`` is only the number ("15") and blank
    where the clerk has not given one yet. ``date`` is ISO and may lack the day ("2026-08") or be None.
    ``authority`` is the line of the competent person over the bases of a decision. ``issuer`` and ``issuer_parent`` may
    hold several lines.
    """

    type: str
    issuer: str
    symbol: str
    subject: str
    body: tuple[Heading | Paragraph | Item | Article | TaskTable | FigureTable, ...]
    place: str | None = None
    date: str | None = None
    number: str | None = None
    issuer_parent: str | None = None
    system: Literal["state", "party"] = "state"
    addressees: tuple[str, ...] = ()
    authority: str | None = None
    bases: tuple[Reference, ...] = ()
    signature: Signature | None = None
    recipients: tuple[str, ...] = field(default=())
    urgency: Literal["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"] | None = None

    def __post_init__(self) -> None:
        if self.type not in TYPES or self.type == "khác":
            raise ModelError(f"Loại văn bản “{self.type}” không có trong danh mục.")
        if self.system not in ("state", "party"):
            raise ModelError(f"Hệ thống “{self.system}” không có; chỉ có state và party.")
        if self.urgency not in (None, "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"):
            raise ModelError(f"Mức độ khẩn “{self.urgency}” không có trong quy định.")
        for name, label in (("issuer", "cơ quan ban hành"), ("symbol", "ký hiệu"), ("subject", "trích yếu")):
            if not getattr(self, name).strip():
                raise ModelError(f"Thiếu {label}.")
        for block in self.body:
            if isinstance(block, FigureTable) and any(len(row) != len(block.head) for row in block.rows):
                raise ModelError("Bảng số liệu có dòng thừa hoặc thiếu ô so với tiêu đề cột.")
            if isinstance(block, Heading) and not 1 <= block.level <= 3:
                raise ModelError("Đề mục chỉ có cấp 1, 2 hoặc 3.")

    @property
    def printed_number(self) -> str | None:
        """Number with symbol as printed, or None while the number is blank (Nghị định 30, Phụ lục I, II.3)."""
        if self.number is None:
            return None
        number = self.number.zfill(2) if self.number.isdigit() else self.number
        return f"{number}{'-' if self.system == 'party' else '/'}{self.symbol}"
