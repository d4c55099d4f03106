"""The tree while it changes: bodies held until an act is over, and new ones put into it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit import service as audit
from lienthong.core.refusals import Refused
from lienthong.core.text import search_fold
from lienthong.organisations import events
from lienthong.organisations.acting import Actor
from lienthong.organisations.models import Body


def held(body: Body) -> Body:
    """``body`` as it is now; until the transaction ends nobody else moves or ends it, or puts something into it."""
    return hold_all({body.pk})[body.pk]


def hold_all(pks: set[int]) -> dict[int, Body]:
    rows = Body.objects.select_for_update(no_key=True).filter(pk__in=pks).order_by("pk")
    return {row.pk: row for row in rows}


def put_body(actor: Actor, *, parent: Body | None, name: str, **values: Any) -> Body:
    """Save a new body below ``parent``, with its event; one place holds no two bodies of one name."""
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Hãy ghi tên tổ chức."), field="name")
    with transaction.atomic():
        parent = held(parent) if parent else None
        for sibling in Body.objects.valid_now().filter(parent=parent):
            if search_fold(sibling.name) == search_fold(name):
                raise Refused(_("Đã có “%(name)s” ở chỗ này.") % {"name": sibling.name}, field="name")
        body = Body.objects.create(parent=parent, name=name, **values)
        above = parent.name if parent else _("gốc")
        audit.record(events.BODY_ADDED, body, by=actor.stamp, name=name, parent=above)
    return body
