"""Questions that other rooms ask about the tree: who holds a role, which unit, who may sign."""

from datetime import date

from lienthong.organisations.models import Body, Position, Role, SigningAuthority
from lienthong.organisations.queries import PositionQuerySet

#: Positions that speak for their body; in a body that has none of them every worker does.
HEADS = (Role.UNIT_HEAD, Role.HAMLET_HEAD, Role.LEADER)


def heads_of(body: Body) -> PositionQuerySet:
    """The positions held today that speak for ``body``."""
    return Position.objects.valid_now().filter(body=body, role__in=HEADS).select_related("user")


def head_role_of(body: Body) -> str:
    """The role that speaks for ``body``, or nothing when nobody in it does: then everyone may."""
    return heads_of(body).values_list("role", flat=True).order_by("pk").first() or ""


def positions_with(office: Body, *roles: Role) -> PositionQuerySet:
    """The positions held today in ``office`` and its units under one of ``roles``; every role when none is named."""
    held = Position.objects.valid_now().filter(body__office=office).select_related("user", "body")
    return held.filter(role__in=roles) if roles else held


def unit_of(body: Body) -> Body:
    """The unit directly below its office to which ``body`` belongs; the office for itself."""
    if body.office_id is None or body.pk == body.office_id:
        return body
    ids = body.ancestor_ids
    return Body.objects.get(pk=ids[ids.index(body.office_id) + 1])


def may_sign(position: Position, body: Body, day: date, *, form: SigningAuthority.Form | None = None) -> bool:
    """True when ``position`` is held on ``day`` and may then sign for ``body`` (under ``form``, when one is asked)."""
    authorities = position.signing.all().valid_on(day).filter(body=body)
    if form is not None:
        authorities = authorities.filter(form=form)
    return position.valid_on(day) and authorities.exists()
