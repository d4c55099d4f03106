"""What an exchange package says. Names follow QCVN 102; dates are ISO, times ISO with the zone +07:00.

What a package does not say is None or an empty tuple.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from vanban.model import Remark
from vanban.types import NAMES

Action = Literal["new", "recall", "update", "replace"]
Dialect = Literal["qcvn102", "soap", "province"]

_KEY = re.compile(r"(?P<organ>[^,]+),\s*(?P<date>\d{4}(?:/\d\d?/\d\d?)?),\s*(?P<number>[^/,]+)(?:/(?P<notation>.+))?")


@dataclass(frozen=True, slots=True)
class Organ:
    """A body: its identifier (Quyết định 20/2020/QĐ-TTg, or the older form), its name, and how to reach it."""

    id: str | None = None
    name: str | None = None
    in_charge: str | None = None
    address: str | None = None
    email: str | None = None
    telephone: str | None = None
    fax: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseFor:
    """A document that this one answers; ``code`` is number with symbol."""

    organ_id: str | None = None
    code: str | None = None
    date: str | None = None
    document_id: str | None = None


@dataclass(frozen=True, slots=True)
class Trace:
    """A station that the package passed, and when."""

    organ_id: str | None
    timestamp: str | None


@dataclass(frozen=True, slots=True)
class Staff:
    """Whom to ask at the sender's."""

    department: str | None = None
    name: str | None = None
    email: str | None = None
    mobile: str | None = None


@dataclass(frozen=True, slots=True)
class Replacement:
    """A document that is replaced, and at which bodies."""

    document_id: str | None
    organ_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Business:
    """What the receiver is asked to do: register a new document, or recall, update or replace one it has.

    ``document_id`` names that earlier document. ``receivers`` are the bodies of a changed list of receivers as
    (identifier, flag as printed); the regulation's meaning of the flag is not known, so it is read and never written.
    """

    action: Action = "new"
    reason: str | None = None
    document_id: str | None = None
    document_changed: bool | None = None
    receivers_changed: bool | None = None
    receivers: tuple[tuple[str, str | None], ...] = ()
    staff: Staff | None = None
    paper: bool | None = None
    replacements: tuple[Replacement, ...] = ()


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of the package: a bare name without folders, and its bytes."""

    name: str
    content: bytes = field(repr=False)
    description: str | None = None


class DocumentKey(NamedTuple):
    """A document identifier taken apart: issuer, day or year (ISO), number, symbol."""

    organ_id: str
    date: str
    number: str
    notation: str | None


@dataclass(frozen=True, slots=True)
class Package:
    """An exchange package. ``remarks`` say in Vietnamese what was not understood or left out.

    Of a package that cannot be read nothing is set but a remark of kind "unreadable". ``type_name`` is trusted before
    the codes, whose two lists overlap.
    """

    sender: Organ | None = None
    receivers: tuple[Organ, ...] = ()
    number: str | None = None
    notation: str | None = None
    place: str | None = None
    date: str | None = None
    type_code: int | None = None
    type_detail: int | None = None
    type_name: str | None = None
    subject: str | None = None
    content: str | None = None
    signer_competence: str | None = None
    signer_position: str | None = None
    signer_name: str | None = None
    due_date: str | None = None
    to_places: tuple[str, ...] = ()
    priority: int | None = None
    sphere: str | None = None
    typist: str | None = None
    copies: int | None = None
    pages: int | None = None
    direction: bool | None = None
    appendixes: tuple[str, ...] = ()
    response_for: tuple[ResponseFor, ...] = ()
    steering_type: int | None = None
    document_id: str | None = None
    traces: tuple[Trace, ...] = ()
    business: Business = Business()
    attachments: tuple[Attachment, ...] = ()
    signed: bool = False
    dialect: Dialect = "qcvn102"
    remarks: tuple[Remark, ...] = ()

    @property
    def unreadable(self) -> bool:
        return any(remark.kind == "unreadable" for remark in self.remarks)

    @property
    def printed_number(self) -> str | None:
        """Number with symbol ("7816/VPCP-TTĐT"), or None where one of them is missing."""
        return f"{self.number}/{self.notation}" if self.number and self.notation else None

    @property
    def type(self) -> str | None:
        """The kind as in :data:`vanban.model.TYPES`, from the name."""
        return NAMES.get(" ".join((self.type_name or "").casefold().split()))

    @property
    def key(self) -> DocumentKey | None:
        """The identifier taken apart, whichever of its forms is used; None where it has another form."""
        found = _KEY.fullmatch((self.document_id or "").strip())
        if found is None:
            return None
        date = "-".join(part.zfill(2) for part in found["date"].split("/"))
        return DocumentKey(found["organ"].strip(), date, found["number"].strip(), found["notation"])


@dataclass(frozen=True, slots=True)
class Status:
    """A message about what became of a document. ``code`` is one of :data:`vanban.edxml.status.CODES`."""

    code: str | None = None
    response_for: ResponseFor = ResponseFor()
    sender: Organ | None = None
    description: str | None = None
    timestamp: str | None = None
    staff: Staff | None = None
    remarks: tuple[Remark, ...] = ()
