"""Take in uploaded files as new documents, to be read in the background."""

from collections.abc import Iterable

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor
from lienthong.registry import events
from lienthong.registry.intake import Checked, Outcome, sort_out, store
from lienthong.registry.models import Direction, DocumentFile, OfficialDocument
from lienthong.registry.permissions import may_receive


def receive_files(
    actor: Actor,
    uploads: Iterable[File],
    *,
    direction: Direction,
    as_one: bool = False,
    keep_duplicates: bool = False,
) -> list[Outcome]:
    """Make a document of each upload, or with ``as_one`` one document whose later files are annexes.

    Every file has its own outcome, in order: what is refused, or is there already and not wanted twice, leaves the
    others kept. Raises :class:`NotAllowed` for who does not keep the register.
    """
    if not may_receive(actor):
        raise NotAllowed(_("Chỉ văn thư của cơ quan được nhận văn bản vào sổ."))
    outcomes: list[Outcome] = []
    document: OfficialDocument | None = None
    for found in sort_out(uploads, actor.own_office, keep_duplicates=keep_duplicates):
        if isinstance(found, Outcome):
            outcomes.append(found)
            continue
        file = _keep(actor, found, direction, document if as_one else None)
        document = file.document
        outcomes.append(Outcome(found.name, file=file))
    return outcomes


@transaction.atomic
def _keep(actor: Actor, checked: Checked, direction: Direction, document: OfficialDocument | None) -> DocumentFile:
    if document is not None:
        file = store(document, checked, part=DocumentFile.Part.ANNEX)
        record(events.FILE_ADDED, document, by=actor.stamp, count=1)
        return file
    document = OfficialDocument.objects.create(
        office=actor.own_office,
        direction=direction,
        state=OfficialDocument.State.READING,
        created_by=actor.own_position,
    )
    record(events.RECEIVED, document, by=actor.stamp, count=1)
    return store(document, checked, part=DocumentFile.Part.MAIN)
