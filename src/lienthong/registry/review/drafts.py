"""The working copy of a proposal: what was read, with what a person has made of it so far."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import gettext_lazy as _

from lienthong.core.fields import max_length_of
from lienthong.core.refusals import Refused
from lienthong.registry.days import parsed, shown
from lienthong.registry.models import DocumentType, OfficialDocument, Proposal

#: Name of a proposed field → attribute of the document.
ATTRIBUTES = {
    "number": "number",
    "symbol": "symbol",
    "type": "type",
    "issuer_parent": "issuer_parent",
    "issuer": "issuer",
    "place": "place",
    "date": "dated",
    "subject": "subject",
    "system": "system",
    "urgency": "urgency",
    "signatory.authority": "signer_authority",
    "signatory.title": "signer_title",
    "signatory.name": "signer_name",
    "addressees": "addressees",
    "recipients": "recipients",
}
LABELS = {
    "number": _("Số, ký hiệu"),
    "symbol": _("Ký hiệu"),
    "type": _("Tên loại"),
    "issuer_parent": _("Cơ quan chủ quản"),
    "issuer": _("Cơ quan ban hành"),
    "place": _("Địa danh"),
    "date": _("Ngày văn bản"),
    "subject": _("Trích yếu"),
    "system": _("Hệ thống"),
    "urgency": _("Độ khẩn"),
    "signatory.authority": _("Thẩm quyền ký"),
    "signatory.title": _("Chức vụ người ký"),
    "signatory.name": _("Người ký"),
    "addressees": _("Kính gửi"),
    "recipients": _("Nơi nhận"),
}
SYSTEMS = {"state": _("Nhà nước"), "party": _("Đảng"), "front": _("Mặt trận, đoàn thể")}
LISTS = ("addressees", "recipients")
#: Fields of a task besides its text and its bodies, as they are edited.
TASK_FIELDS = ("when", "frequency", "due", "product", "funding")
TASK_LABELS = {
    "when": _("Thời gian"),
    "frequency": _("Tần suất"),
    "due": _("Hạn"),
    "product": _("Sản phẩm"),
    "funding": _("Kinh phí"),
}
_OWN = ("marks", "sure", "scope", "mentions", "basis")


def draft_of(proposal: Proposal) -> Any:
    """A field's string or list; a citation's or task's object without the reader's own notes."""
    if proposal.confirmed is not None:
        return proposal.confirmed
    if isinstance(proposal.value, dict):
        return {name: value for name, value in proposal.value.items() if name not in _OWN}
    return proposal.value


def field_in_words(proposal: Proposal) -> str:
    """A field's value as a person reads it."""
    value = draft_of(proposal)
    if isinstance(value, list):
        return "; ".join(value)
    if proposal.name == "date":
        return shown(value)
    if proposal.name == "system":
        return str(SYSTEMS.get(value, value))
    if proposal.name == "type":
        return str(dict(DocumentType.choices).get(value, value))
    return str(value)


def stored_date(typed: str) -> str:
    """What a person typed as a date ("15/9/2025", "9/2025", "2025"), in ISO form; :class:`Refused` when it is none."""
    try:
        return parsed(typed)
    except ValueError:
        raise Refused(_("Ngày viết theo dạng 15/9/2025, hoặc 9/2025 nếu không rõ ngày.")) from None


def as_field(name: str, typed: str) -> Any:
    """``typed`` as the value of the field ``name``; :class:`Refused` when it cannot be one."""
    typed = " ".join(typed.split()) if name not in LISTS else typed
    if name in LISTS:
        return [line.strip() for line in typed.replace(";", "\n").splitlines() if line.strip()]
    if name == "date":
        return stored_date(typed)
    if name == "type" and typed not in DocumentType.values:
        raise Refused(_("Hãy chọn một tên loại trong danh sách."))
    if name == "system" and typed not in SYSTEMS:
        raise Refused(_("Hãy chọn Nhà nước, Đảng hoặc Mặt trận, đoàn thể."))
    if name == "urgency":
        typed = typed.casefold().replace("hoả", "hỏa")
        if typed not in OfficialDocument.Urgency.values:
            raise Refused(_("Hãy chọn một độ khẩn trong danh sách."))
    length = max_length_of(OfficialDocument, ATTRIBUTES[name])
    if length and len(typed) > length:
        raise Refused(_("%(label)s dài quá %(n)d ký tự.") % {"label": LABELS[name], "n": length})
    return typed


def day_of(iso: str) -> date | None:
    """A whole ISO date, or None when the day is not known."""
    return parse_date(iso) if len(iso) == 10 else None
