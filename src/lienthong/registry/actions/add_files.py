"""Add annexes (or a missing main file) to a document that is there already."""

from collections.abc import Iterable

from django.core.files.base import File
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, abilities_for
from lienthong.registry import events
from lienthong.registry.intake import Checked, Outcome, sort_out, store
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.workflow import DOCUMENT


def add_files(
    actor: Actor, document: OfficialDocument, uploads: Iterable[File], *, keep_duplicates: bool = False
) -> list[Outcome]:
    """Keep each upload as a file of ``document``: the first as its main file when it has none, the rest as annexes."""
    if not abilities_for(actor, document).file:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được thêm tệp vào văn bản."))
    outcomes: list[Outcome] = []
    for found in sort_out(uploads, document.office, keep_duplicates=keep_duplicates):
        if isinstance(found, Outcome):
            outcomes.append(found)
            continue
        outcomes.append(Outcome(found.name, file=_keep(actor, document, found)))
    return outcomes


@transaction.atomic
def _keep(actor: Actor, document: OfficialDocument, checked: Checked) -> DocumentFile:
    has_main = document.files.filter(part=DocumentFile.Part.MAIN).exists()
    file = store(document, checked, part=DocumentFile.Part.ANNEX if has_main else DocumentFile.Part.MAIN)
    if DOCUMENT.allows(document.state, "add_file"):
        document.state = DOCUMENT.move(document.state, "add_file")
        document.save(update_fields=["state"])
    record(events.FILE_ADDED, document, by=actor.stamp, count=1)
    return file
