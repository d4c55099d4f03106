"""What registering in and out have in common: the fields are written, the number is taken, the document is found."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.organisations.service import Body, match_name
from lienthong.registry.finding import earlier_documents, index_document, link_citations
from lienthong.registry.models import OfficialDocument, RegisterSeries
from lienthong.registry.numbering import split_number

#: What the clerk may write when registering and later; everything else follows from acts.
FIELDS = (
    "number", "type", "issuer", "issuer_parent", "place", "dated", "subject", "urgency", "signer_name", "signer_title",
    "signer_authority", "recipients", "addressees", "copies", "pages", "copy_holder", "sent_on", "note", "due",
)  # fmt: skip


class Duplicate(Refused):
    """The same number, symbol and issuer are registered already; ``earlier`` are those documents."""

    def __init__(self, earlier: list[OfficialDocument]) -> None:
        super().__init__(
            _("Văn bản cùng số, ký hiệu và cơ quan ban hành đã được đăng ký. Hãy xem lại trước khi đăng ký lần nữa.")
        )
        self.earlier = earlier


def refuse_duplicate(document: OfficialDocument, *, number: str, issuer: str) -> None:
    """Raise :class:`Duplicate` when the office has registered this document before."""
    earlier = earlier_documents(document, number=number, issuer=issuer) if number else []
    if earlier:
        raise Duplicate(earlier)


def write_fields(document: OfficialDocument, values: dict[str, Any]) -> list[str]:
    """Put ``values`` (names of :data:`FIELDS`) into ``document``; returns the names of those that changed."""
    changed = [name for name, value in values.items() if name in FIELDS and getattr(document, name) != value]
    for name in changed:
        setattr(document, name, values[name])
    return changed


def complete(document: OfficialDocument, series: RegisterSeries | None = None, number: int | None = None) -> None:
    """Save a registered document with its number, find its issuer in the tree, index it and link citations to it."""
    if series is not None:
        document.register_series, document.register_number = series, number
    document.symbol = split_number(document.number)[1][:100]
    if document.issuer:
        match = match_name(document.issuer, office=document.office, day=timezone.localdate())
        document.issuer_body = match.target if isinstance(match.target, Body) else None
    document.save()
    index_document(document)
    link_citations(document)


def require_subject(document: OfficialDocument) -> None:
    """A register line without a subject says nothing: the clerk writes one when the paper has none."""
    if not document.subject.strip():
        raise Refused(_("Chưa có trích yếu. Hãy ghi nội dung văn bản trong một câu."), field="subject")


def require_past(day: date, *, field: str) -> None:
    if day > timezone.localdate():
        raise Refused(_("Ngày này chưa đến. Hãy xem lại."), field=field)
