"""Add a form to be filled in to a version that is being written."""

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.file_kinds import PDF, SHEET, WORD, kind_of, sha256_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.deciding import locked
from lienthong.procedures.models import BlankForm, ProcedureVersion
from lienthong.procedures.permissions import version_abilities


@transaction.atomic
def add_blank_form(actor: Actor, version: ProcedureVersion, file: File, *, name: str) -> BlankForm:
    """Word, Excel or PDF. Who adds it edited the version last."""
    version = locked(version)
    if not version_abilities(actor, version).write:
        raise NotAllowed(_("Chỉ thêm mẫu đơn vào bản đang viết của cơ quan mình."))
    if not name.strip():
        raise Refused(_("Hãy ghi tên mẫu đơn."), field="name")
    kind = kind_of(file)
    if kind not in (WORD, SHEET, PDF):
        raise Refused(_("Mẫu đơn phải là tệp Word, Excel hoặc PDF."), field="file")
    form = BlankForm(
        version=version, name=name.strip()[:200], ending=kind.ending, content_type=kind.content_type,
        sha256=sha256_of(file),
    )  # fmt: skip
    form.stored.save(form.sha256[:32] + kind.ending, file, save=False)
    form.save()
    version.last_editor, version.edits = actor.own_position, version.edits + 1
    version.save(update_fields=["last_editor", "edits"])
    record(events.FORM_ADDED, version.procedure, by=actor.stamp, name=form.name)
    return form
