"""The words of a version before they are stored: complete, tidy, and in terms that a decree knows on their day."""

from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.procedures.deciding import fields_of
from lienthong.procedures.lines import read_papers, read_questions, tidy
from lienthong.procedures.models import Guide, Online, Procedure, ProcedureVersion, Version
from lienthong.procedures.online import level_on
from lienthong.procedures.permissions import version_abilities

#: May stay empty.
_OPTIONAL = ("papers", "questions", "link", "lead")
_LINES = ("steps", "legal_basis", "place")


def cleaned(kind: type[Version], values: dict[str, Any]) -> dict[str, Any]:
    """The known fields of ``kind`` in order; papers and questions may come as text. :class:`Refused` with the field."""
    known = {name: values[name] for name in fields_of(kind) if name in values}
    for name, value in known.items():
        if isinstance(value, str):
            known[name] = tidy(value) if name in (*_LINES, "papers", "questions") else " ".join(value.split())
        if not known[name] and name not in _OPTIONAL:
            raise Refused(_("Thiếu “%(label)s”.") % {"label": _label(kind, name)}, field=name)
    if kind is ProcedureVersion:
        if isinstance(known.get("questions"), str):
            known["questions"] = read_questions(known["questions"])
        if isinstance(known.get("papers"), str):
            known["papers"] = read_papers(known["papers"], known.get("questions", []))
        _check_terms(known)
    return known


def _label(kind: type[Version], name: str) -> str:
    field = kind._meta.get_field(name)
    assert isinstance(field, models.Field)
    return str(field.verbose_name)


def _check_terms(known: dict[str, Any]) -> None:
    online, day = known.get("online", Online.NONE), known.get("valid_from") or timezone.localdate()
    if online != Online.NONE and level_on(online, day) is None:
        raise Refused(_("Ngày áp dụng này chưa có quy định về mức độ trực tuyến đã chọn."), field="online")
    if online != Online.NONE and not known.get("link"):
        raise Refused(_("Dịch vụ trực tuyến cần đường dẫn trên Cổng Dịch vụ công quốc gia."), field="link")
    if known["decided_on"] > timezone.localdate():
        raise Refused(_("Ngày quyết định không được sau hôm nay."), field="decided_on")


def open_version(actor: Actor, thing: Procedure | Guide, *, seen: int) -> Version | None:
    """The version that is being written, kept from others; None when a new one is to begin.

    :class:`Refused` when it waits for an approval, or another one saved since version ``seen``.
    """
    versions = thing.versions
    version: Version | None = versions.under_way().select_for_update().first()
    if version is None:
        return None
    if version.state == Version.State.WAITING:
        raise Refused(_("Bản này đang chờ duyệt. Hãy rút về trước khi sửa."))
    if not version_abilities(actor, version).write:
        raise NotAllowed(_("Thủ tục này của cơ quan khác."))
    if version.edits != seen:
        raise Refused(_("Người khác vừa sửa bản này. Lời bạn gõ vẫn còn dưới đây; hãy so rồi lưu lại."))
    return version


def saved(actor: Actor, version: Version, values: dict[str, Any]) -> None:
    """Store ``values`` as the words of ``version``, with who wrote them."""
    for name, value in values.items():
        setattr(version, name, value)
    version.last_editor, version.edited_at = actor.own_position, timezone.now()
    version.edits = version.edits + 1 if version.pk else 1
    version.save()


def next_number(thing: Procedure | Guide) -> int:
    last = thing.versions.order_by("-number").first()
    return last.number + 1 if last else 1
