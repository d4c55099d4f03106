"""What a document to be written consists of.

A :class:`ComposeModel` says what the document says; how it looks follows from its system (State or Party) and type.
Texts are single paragraphs without labels and end marks: numbers, dashes and "./." are the composer's work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from vanban.compose.blocks import one_line
from vanban.compose.labels import ModelError, date_parts
from vanban.model import TYPES
from vanban.types import NAMES

Urgency = Literal["KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]
Unit = Literal["phần", "chương", "mục"]
Mark = Literal["-", "+", "1.", "a)"]
#: Kinds that are written with their name and read as "khác", for nothing follows from it when one comes in.
_ONLY_WRITTEN = ("biên bản",)


@dataclass(frozen=True, slots=True)
class Reference:
    """A document cited in a "Căn cứ" line: ``number`` with symbol ("12/NQ-HĐND"), ``date`` ISO, ``by`` the issuer.

    Laws and ordinances have no number: they are printed with their name and day (Nghị định 30/2020/NĐ-CP, Phụ lục I,
    II.6.a).
    """

    type: str
    number: str | None = None
    date: str | None = None
    by: str | None = None
    about: str | None = None

    def __post_init__(self) -> None:
        date_parts(self.date)
        if not one_line(self.number or "") and not one_line(self.about or ""):
            raise ModelError("Căn cứ không có số, ký hiệu thì phải có tên văn bản.")


@dataclass(frozen=True, slots=True)
class Division:
    """A part, chapter or section ("Chương I" over its title), counted by the composer."""

    title: str
    unit: Unit = "chương"

    def __post_init__(self) -> None:
        if self.unit not in get_args(Unit):
            raise ModelError(f"Không có đơn vị bố cục “{self.unit}”; chỉ có {', '.join(get_args(Unit))}.")


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading; level 1 is "I.", 2 is "1.", 3 is "a)", counted by the composer unless ``label`` is given."""

    title: str
    level: int = 1
    label: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 3:
            raise ModelError("Đề mục chỉ có cấp 1, 2 hoặc 3.")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; a ``mark`` "1." or "a)" is counted on by the composer."""

    text: str
    mark: Mark = "-"

    def __post_init__(self) -> None:
        if self.mark not in get_args(Mark):
            raise ModelError(f"Không có dấu đầu dòng “{self.mark}”; chỉ có {' '.join(get_args(Mark))}")


@dataclass(frozen=True, slots=True)
class Article:
    """An article ("Điều 1. …"), counted by the composer; one with a title stands on its own line over its text."""

    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A row of a task table: what is to be done, by whom and when (Nghị định 30/2020/NĐ-CP, Điều 23.2)."""

    text: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    when: str | None = None
    product: str | None = None
    frequency: str | None = None
    funding: str | None = None


@dataclass(frozen=True, slots=True)
class TaskTable:
    """Tasks as a table; columns that no task fills are left out, all but the lead's."""

    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class FigureTable:
    """Figures as a table: ``head`` names the columns, each row has as many cells. Numbers are aligned right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None

    def __post_init__(self) -> None:
        if not self.head:
            raise ModelError("Bảng số liệu không có cột nào.")
        if any(len(row) != len(self.head) for row in self.rows):
            raise ModelError("Bảng số liệu có dòng thừa hoặc thiếu ô so với tiêu đề cột.")


BodyBlock: TypeAlias = Division | Heading | Paragraph | Item | Article | TaskTable | FigureTable


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix on a sheet of its own; ``landscape`` is chosen by the width of its tables unless it is given."""

    title: str
    body: tuple[BodyBlock, ...]
    landscape: bool | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A document that a decision issues or approves, after its signature (Nghị định 30, Phụ lục III, mẫu 1.3)."""

    type: str
    subject: str
    body: tuple[BodyBlock, ...]

    def __post_init__(self) -> None:
        if self.type not in NAMES:
            raise ModelError(f"Loại văn bản kèm theo “{self.type}” không có trong danh mục.")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: ``authority`` lines ("TM. ỦY BAN NHÂN DÂN"), ``title`` ("CHỦ TỊCH") and ``name``.

    A member who signs for a committee has no title (Hướng dẫn 36-HD/VPTW, 1.7.1).
    """

    title: str | None = None
    name: str | None = None
    authority: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.title and not self.authority:
            raise ModelError("Chữ ký cần có chức vụ hoặc quyền hạn của người ký.")


@dataclass(frozen=True, slots=True)
class ComposeModel:
    """An official document to be written.

    ``symbol`` is the part after the number ("BC-UBND"; Party: "BC/ĐU"); ``number`` is only the number ("15") and blank
    where the clerk has not given one yet. ``date`` is ISO and may lack the day ("2026-08") or be None.
    ``authority`` is the line of the competent person over the bases of a decision, or of who sends a công điện.
    ``issuer`` and ``issuer_parent`` may hold several lines, and are printed in capitals. Who has appendices writes the
    issuer as in a sentence ("Ủy ban nhân dân\\nxã Minh Hòa"), because "(Kèm theo …)" names it so.
    ``cosigners`` of a joint document stand on the left of ``signature`` and under it (Hướng dẫn 36-HD/VPTW, 1.7.2).
    ``draft`` marks a draft: its count, or 0 where drafts are not counted.
    The Front applies the State's layout (Nghị định 30/2020/NĐ-CP, Điều 2.2).
    """

    type: str
    issuer: str
    symbol: str
    subject: str
    body: tuple[BodyBlock, ...]
    place: str | None = None
    date: str | None = None
    number: str | None = None
    issuer_parent: str | None = None
    system: Literal["state", "party", "front"] = "state"
    addressees: tuple[str, ...] = ()
    authority: str | None = None
    bases: tuple[Reference | str, ...] = ()
    signature: Signature | None = None
    cosigners: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = field(default=())
    urgency: Urgency | None = None
    draft: int | None = None
    annexes: tuple[Appendix | Attached, ...] = ()

    def __post_init__(self) -> None:
        if self.type not in (*TYPES, *_ONLY_WRITTEN) or self.type == "khác":
            raise ModelError(f"Loại văn bản “{self.type}” không có trong danh mục.")
        if self.system not in ("state", "party", "front"):
            raise ModelError(f"Hệ thống “{self.system}” không có; chỉ có state, party và front.")
        if self.urgency is not None and self.urgency not in get_args(Urgency):
            raise ModelError(f"Mức độ khẩn “{self.urgency}” không có trong quy định.")
        for name, label in (("issuer", "cơ quan ban hành"), ("symbol", "ký hiệu"), ("subject", "trích yếu")):
            if not one_line(getattr(self, name)):
                raise ModelError(f"Thiếu {label}.")
        if self.cosigners and self.signature is None:
            raise ModelError("Có người cùng ký nhưng thiếu người ký chính.")
        if self.annexes and self.issuer.isupper():
            raise ModelError(
                "Văn bản có phụ lục thì tên cơ quan ban hành phải viết như trong câu (“Ủy ban nhân dân xã …”), "
                "vì dòng “Kèm theo …” ghi như vậy."
            )
        date_parts(self.date)

    @property
    def party(self) -> bool:
        """Whether the Party's layout applies."""
        return self.system == "party"

    @property
    def printed_number(self) -> str | None:
        """Number with symbol as printed, or None while the number is blank (Nghị định 30, Phụ lục I, II.3)."""
        number = one_line(self.number or "")
        if not number:
            return None
        return f"{number.zfill(2)}{'-' if self.party else '/'}{one_line(self.symbol)}"
