"""Take a form off a version that is being written; what was public keeps its own."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.deciding import locked
from lienthong.procedures.models import BlankForm
from lienthong.procedures.permissions import version_abilities


@transaction.atomic
def remove_blank_form(actor: Actor, form: BlankForm) -> None:
    version = locked(form.version)
    if not version_abilities(actor, version).write:
        raise NotAllowed(_("Chỉ bỏ mẫu đơn của bản đang viết của cơ quan mình."))
    version.last_editor, version.edits = actor.own_position, version.edits + 1
    version.save(update_fields=["last_editor", "edits"])
    record(events.FORM_REMOVED, version.procedure, by=actor.stamp, name=form.name)
    form.delete()
