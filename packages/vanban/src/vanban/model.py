"""What a reader makes of an official document.

Every field is a :class:`Value`: what was read, where it stands in the text, how sure the reader is, and by which rule
it was found. What the text does not say stays ``None`` or an empty tuple; nothing is ever filled in.

Offsets count Unicode code points of :attr:`Document.text`, which is NFC.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

T = TypeVar("T")

System = Literal["party", "state", "front"]
Basis = Literal["field", "table", "heading", "inline", "lead-in"]

#: The kinds a document may be of (``../docs``: examples' form); anything else is ``khác``.
TYPES = (
    "công văn", "kế hoạch", "chỉ thị", "quyết định", "báo cáo", "thông báo", "nghị quyết", "tờ trình", "chương trình",
    "hướng dẫn", "công điện", "khác",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, ``text[start:end]``.

    ``page`` counts from 1; ``box`` is (x0, y0, x1, y1) in points from the upper left corner of that page.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Value(Generic[T]):
    """One value that was read.

    ``confidence`` is between 0 and 1. ``rule`` names the rule that found it; a rule whose name starts with
    ``derived.`` computed the value from what stands at ``span`` (a date in ISO form, a type from a symbol), any other
    value is contained in the folded text at ``span``.
    """

    value: T
    span: Span | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something the reader noticed. ``kind`` is a stable word, ``message`` a Vietnamese sentence for a person."""

    kind: str
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    name: Value[str] | None = None
    title: Value[str] | None = None
    authority: Value[str] | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Another document, cited by a printed number with a symbol; once a number, every mention kept."""

    number: Value[str]
    date: Value[str] | None
    type: Value[str] | None
    mentions: tuple[Span, ...] = ()
    other_dates: tuple[Value[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading; ``label`` without punctuation ("C", "I", "2.1", "a"), ``level`` from 1."""

    label: str
    title: str
    level: int
    span: Span
    run_in: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that a task is to reach ("đạt trên 80 % hộ dân"): always a target, never a result.

    ``amount`` is the number as printed in decimal form ("80", "1200.5"), ``unit`` as printed ("%", "hộ", "tin, bài").
    """

    text: Value[str]
    amount: str
    unit: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """One of several deadlines inside a task: ``when`` as printed, ``due`` ISO where it follows, for whom if printed.

    ``days`` and ``working_days`` hold a span of time ("trong 15 ngày kể từ ngày ban hành"); ``due`` is then derived
    only where the day it counts from is known.
    """

    when: Value[str]
    due: Value[str] | None = None
    bodies: tuple[Value[str], ...] = ()
    days: int | None = None
    working_days: bool = False


@dataclass(frozen=True, slots=True)
class Assignment:
    """A task that the document gives to a body (Nghị định 30/2020/NĐ-CP, Điều 23.2: lead, support, time limit).

    ``section`` is the path of labels ("C.I.2.a"; "PL.3" for row 3 of a table in the appendix). ``due`` is an ISO date
    and always derived. ``span`` covers the whole task.
    """

    section: str
    text: Value[str]
    span: Span
    basis: Basis
    lead: tuple[Value[str], ...] = ()
    support: tuple[Value[str], ...] = ()
    lead_printed: Value[str] | None = None
    support_printed: Value[str] | None = None
    when: Value[str] | None = None
    frequency: Value[str] | None = None
    due: Value[str] | None = None
    product: Value[str] | None = None
    funding: Value[str] | None = None
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its ``mark`` as printed ("1", "*"), its text, and where the mark stands in the body (if found)."""

    mark: str
    text: Value[str]
    at: Span | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """The arrival stamp of the office that received the document ("ĐẾN Số 4707 Ngày …"); never its own number."""

    text: Value[str]
    number: Value[str] | None = None
    date: Value[str] | None = None


@dataclass(frozen=True, slots=True)
class ElectronicSignature:
    """An electronic signature in the file (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7 and II.8).

    ``signer`` and ``body`` are the names in the certificate, ``issuer`` the authority that gave it, ``signed_at`` an
    ISO time with zone or None. ``intact``: the signed bytes are unchanged; None where that cannot be judged.
    ``trust``: the chain ends in one of the operator's roots ("trusted"), in another ("unknown"), or cannot be followed
    ("undetermined"). ``whole_file`` is False where something was added after signing. ``message`` says all of this in
    one Vietnamese sentence. ``page`` and ``box`` place its appearance, as in :class:`Span`.
    """

    signer: str | None
    body: str | None
    issuer: str | None
    signed_at: str | None
    intact: bool | None
    trust: Literal["trusted", "unknown", "undetermined"]
    whole_file: bool | None
    message: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Handwriting:
    """A blank of the head filled in by hand: a picture for a person to type from, never a value.

    ``field`` is "number" or "date"; ``picture`` is a PNG of the place, ``page`` and ``box`` as in :class:`Span`.
    """

    field: Literal["number", "date"]
    page: int
    box: tuple[float, float, float, float]
    picture: bytes


@dataclass(frozen=True, slots=True)
class Document:
    """An official document as read. Fields as in Nghị định 30/2020/NĐ-CP, Điều 8, and Hướng dẫn 36-HD/VPTW."""

    text: str = ""
    number: Value[str] | None = None
    symbol: Value[str] | None = None
    type: Value[str] | None = None
    issuer: Value[str] | None = None
    issuer_parent: Value[str] | None = None
    place: Value[str] | None = None
    date: Value[str] | None = None
    subject: Value[str] | None = None
    system: Value[System] | None = None
    urgency: Value[str] | None = None
    secrecy: Value[str] | None = None
    signatory: Signatory = field(default_factory=Signatory)
    addressees: tuple[Value[str], ...] = ()
    recipients: tuple[Value[str], ...] = ()
    cited: tuple[Citation, ...] = ()
    outline: tuple[Heading, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    seals: tuple[Seal, ...] = ()
    signatures: tuple[ElectronicSignature, ...] = ()
    handwriting: tuple[Handwriting, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def unreadable(self) -> bool:
        """True when nothing could be read; then there is a remark of kind "unreadable" and no values."""
        return any(remark.kind == "unreadable" for remark in self.remarks)
