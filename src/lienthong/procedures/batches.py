"""What is left of an import to decide, and a mark of exactly those words."""

import hashlib

from django.db.models import QuerySet

from lienthong.procedures.models import Batch, ProcedureVersion


def waiting(batch: Batch) -> QuerySet[ProcedureVersion]:
    found: QuerySet[ProcedureVersion] = batch.versions.filter(state=ProcedureVersion.State.WAITING)
    return found.select_related("procedure", "last_editor").order_by("procedure__code")


def words_of_batch(batch: Batch) -> str:
    """SHA-256 over which versions wait, each with the count of its saves: another one after any change."""
    listed = ",".join(f"{pk}:{edits}" for pk, edits in waiting(batch).values_list("pk", "edits"))
    return hashlib.sha256(listed.encode()).hexdigest()
