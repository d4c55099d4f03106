"""Change what is known of a body: names, symbol, place in the tree."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core import public
from lienthong.core.fields import labels_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.text import search_fold
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.growing import held, hold_all
from lienthong.organisations.models import Body, BodyName
from lienthong.organisations.permissions import abilities_for

CHANGEABLE = (
    "parent",
    "name",
    "short_name",
    "kind",
    "level",
    "official_id",
    "is_office",
    "symbol",
    "place",
    "accent",
    "valid_from",
)
#: What the public reads on the site of the office, or what changes which office that is.
SHOWN = {"name", "short_name", "place", "accent", "parent", "is_office"}


def change_body(actor: Actor, body: Body, *, other_names: tuple[str, ...] | None = None, **fields: Any) -> Body:
    """Set the given ``CHANGEABLE`` fields; ``other_names``, when given, replace those known. Nothing new, no event."""
    if not abilities_for(actor, body).change:
        raise NotAllowed(_("Chỉ quản trị của cơ quan sửa được thông tin này."))
    unknown = set(fields) - set(CHANGEABLE)
    if unknown:
        raise TypeError(f"not a field that is changed here: {unknown}")
    with transaction.atomic():
        body = _held_for(body, fields)
        changed = {name: value for name, value in fields.items() if getattr(body, name) != value}
        _refuse_wrong(actor, body, changed)
        office_before = body.office_id
        for name, value in changed.items():
            setattr(body, name, value)
        body.save()
        labels = labels_of(Body, changed)
        if other_names is not None and _replace_names(body, other_names):
            labels.append(_("tên gọi khác"))
        if changed.keys() & SHOWN:
            for office in sorted(pk for pk in {office_before, body.office_id} if pk is not None):
                public.changed(office)
        if labels:
            audit.record(events.BODY_CHANGED, body, by=actor.stamp, name=body.name, fields=", ".join(labels))
    return body


def _held_for(body: Body, fields: dict[str, Any]) -> Body:
    """``body`` as it is now, held with its new parent until the act is over: two that are put below each other at the
    same moment would close a circle.
    """
    parent = fields.get("parent")
    if parent is None:
        return held(body)
    # Everything below moves along: whoever moves something else of the same tree comes next.
    hold_all({found.ancestor_ids[0] for found in Body.objects.filter(pk__in=[body.pk, parent.pk])})
    rows = hold_all({body.pk, parent.pk})
    fields["parent"] = rows[parent.pk]
    return rows[body.pk]


def _refuse_wrong(actor: Actor, body: Body, changed: dict[str, Any]) -> None:
    if "name" in changed and not changed["name"].strip():
        raise Refused(_("Hãy ghi tên tổ chức."), field="name")
    parent = changed.get("parent")
    if parent is not None:
        if parent.path.startswith(body.path):
            raise Refused(_("Một tổ chức không thể thuộc chính nó hoặc cấp dưới của nó."), field="parent")
        if not abilities_for(actor, parent).change:
            raise NotAllowed(_("Chỉ quản trị của cơ quan ấy nhận thêm được đơn vị."))
    if "is_office" in changed and not changed["is_office"] and body.groups.exists():
        raise Refused(_("Cơ quan này đã có nhóm riêng nên vẫn phải giữ sổ riêng."), field="is_office")


def _replace_names(body: Body, names: tuple[str, ...]) -> bool:
    wanted = {search_fold(name): name for name in names if search_fold(name)}
    known = {alias.folded: alias for alias in body.names.all()}
    for folded in known.keys() - wanted.keys():
        known[folded].delete()
    for folded in wanted.keys() - known.keys():
        BodyName.objects.create(body=body, name=wanted[folded])
    return wanted.keys() != known.keys()
