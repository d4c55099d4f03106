"""Add a body to the tree."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed
from lienthong.core.text import search_fold
from lienthong.organisations.acting import Actor
from lienthong.organisations.growing import put_body
from lienthong.organisations.models import Body, BodyName, Role
from lienthong.organisations.permissions import abilities_for


def add_body(
    actor: Actor,
    *,
    parent: Body | None,
    name: str,
    kind: Body.Kind | str,
    level: Body.Level | str,
    short_name: str = "",
    official_id: str = "",
    is_office: bool = False,
    symbol: str = "",
    place: str = "",
    accent: str = "",
    valid_from: date | None = None,
    other_names: tuple[str, ...] = (),
) -> Body:
    """Put a new body below ``parent``; at the top of a tree only the operator does."""
    allowed = actor.operator if parent is None else _may_add_below(actor, parent)
    if not allowed:
        raise NotAllowed(_("Chỉ quản trị của cơ quan thêm được tổ chức ở chỗ này."))
    with transaction.atomic():
        body = put_body(
            actor,
            parent=parent,
            name=name,
            kind=kind,
            level=level,
            short_name=short_name,
            official_id=official_id,
            is_office=is_office,
            symbol=symbol,
            place=place,
            accent=accent,
            valid_from=valid_from,
        )
        for other in other_names:
            if not body.names.filter(folded=search_fold(other)).exists():
                BodyName.objects.create(body=body, name=other)
    return body


def _may_add_below(actor: Actor, parent: Body) -> bool:
    # Agencies above and beside are written down by whoever needs their names; inside a staffed office only its own.
    if abilities_for(actor, parent).change:
        return True
    return actor.is_(Role.ADMINISTRATOR) and actor.office is not None and parent.pk in actor.office.ancestor_ids
