"""Write what is said of a procedure."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.models import Batch, BlankForm, Procedure, ProcedureVersion
from lienthong.procedures.permissions import may_write, thing_abilities
from lienthong.procedures.writing import cleaned, next_number, open_version, saved


@transaction.atomic
def write_procedure(
    actor: Actor, procedure: Procedure | None, *, values: dict[str, Any], code: str = "", seen: int = 0,
    batch: Batch | None = None,
) -> ProcedureVersion:  # fmt: skip
    """A new procedure with ``code`` when ``procedure`` is None. What is public stays as it is until an approval.

    ``seen``: how often the version had been saved that the person had before him, 0 for a new one.
    """
    if not (thing_abilities(actor, procedure).write if procedure else may_write(actor)):
        raise NotAllowed(_("Chỉ người của cơ quan viết thủ tục của cơ quan."))
    known = cleaned(ProcedureVersion, values)
    if procedure is None:
        procedure = _new(actor, code)
    version = open_version(actor, procedure, seen=seen)
    if version is None:
        version = ProcedureVersion(procedure=procedure, number=next_number(procedure), batch=batch)
        saved(actor, version, known)
        _take_over_forms(procedure, version)
    else:
        saved(actor, version, known)
    assert isinstance(version, ProcedureVersion)
    record(events.WRITTEN, procedure, by=actor.stamp, title=version.title)
    return version


def _new(actor: Actor, code: str) -> Procedure:
    code = "".join(code.split())
    if not code:
        raise Refused(_("Hãy ghi mã thủ tục."), field="code")
    if Procedure.objects.filter(office=actor.own_office, code=code).exists():
        raise Refused(_("Mã %(code)s đã có. Hãy mở thủ tục đó để sửa.") % {"code": code}, field="code")
    return Procedure.objects.create(office=actor.own_office, code=code)


def _take_over_forms(procedure: Procedure, version: ProcedureVersion) -> None:
    """The files themselves are shared: they are named by what they hold and never change."""
    if procedure.current is not None:
        for form in procedure.current.forms.all():
            BlankForm.objects.create(
                version=version, name=form.name, stored=form.stored.name, ending=form.ending,
                content_type=form.content_type, sha256=form.sha256,
            )  # fmt: skip
