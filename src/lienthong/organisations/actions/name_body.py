"""Write down a body that a document names, so that work can be given to it."""

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed
from lienthong.organisations.acting import Actor
from lienthong.organisations.growing import put_body
from lienthong.organisations.models import Body, Role


def name_body(
    actor: Actor, *, parent: Body, name: str, kind: Body.Kind | str, level: Body.Level | str, short_name: str = ""
) -> Body:
    """A new body without registers and without people, below the actor's office or below one above it.

    Who reviews documents meets names that the tree lacks; registers, people and signing stay the administrator's.
    """
    within_reach = actor.office is not None and (
        parent.path.startswith(actor.office.path) or parent.pk in actor.office.ancestor_ids
    )
    if not (within_reach and actor.is_(Role.ADMINISTRATOR, Role.COORDINATOR, Role.CLERK)):
        raise NotAllowed(_("Chỉ quản trị, văn thư và cán bộ tổng hợp của cơ quan ghi thêm được đơn vị ở chỗ này."))
    return put_body(actor, parent=parent, name=name, kind=kind, level=level, short_name=short_name.strip())
