"""Background work of case files: exports wait to be made, and are deleted when their time is over."""

from datetime import time

from django.utils import timezone
from django_tasks import task

from lienthong.casefiles.models import CaseExport
from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake


@task
def make_case_export(pk: int) -> None:
    """Make the files of export ``pk`` if it still waits for that."""
    from lienthong.casefiles.making import make_export

    export = CaseExport.objects.filter(pk=pk).first()
    if export is not None:
        claim_and_run(export, make_export)


def wake_export(export: CaseExport) -> None:
    wake(make_case_export, export.pk)


def delete_expired_exports() -> int:
    """Delete the files whose time is over, and their rows; the event that says who exported what stays."""
    count = 0
    for export in CaseExport.objects.expired(timezone.now()):
        for stored in (export.zip, export.pdf, export.xml):
            if stored:
                stored.delete(save=False)
        export.delete()
        count += 1
    return count


register_sweep("casefiles.exports", lambda: ClaimQuerySet(CaseExport).claimable().order_by("pk"), wake_export)
periodic("casefiles.delete_expired_exports", at=time(3, 30))(delete_expired_exports)
