"""Background work: links are asked, and what is out of date asks for a person."""

from datetime import time

from django.utils import timezone
from django_tasks import task

from lienthong.core.language import site_language
from lienthong.jobs.service import ClaimQuerySet, claim_and_run, periodic, register_sweep, wake
from lienthong.procedures import items
from lienthong.procedures.actions.release_version import release_version
from lienthong.procedures.freshness import all_faults_of
from lienthong.procedures.links import ask_link, look_at
from lienthong.procedures.models import GuideVersion, LinkCheck, Procedure, ProcedureVersion


@task
def check_link(pk: int) -> None:
    """Ask the link of row ``pk`` if it still waits for that."""
    check = LinkCheck.objects.filter(pk=pk).first()
    if check is not None:
        claim_and_run(check, look_at)


register_sweep(
    "procedures.links",
    lambda: ClaimQuerySet(LinkCheck).claimable().order_by("pk"),
    lambda check: wake(check_link, check.pk),
)


@periodic("procedures.ask_links", at=time(1, 30), weekday=6)
def ask_links() -> None:
    for procedure in Procedure.objects.exclude(current=None).select_related("current"):
        assert procedure.current is not None
        ask_link(procedure, procedure.current.link)


@periodic("procedures.release_versions", at=time(0, 5))
def release_versions() -> None:
    """What was approved for today, or for a day on which no work was done; each by itself, in the order of days."""
    today = timezone.localdate()
    for kind in (ProcedureVersion, GuideVersion):
        for version in kind.objects.awaiting().filter(valid_from__lte=today):
            release_version(version)


@periodic("procedures.ask_for_checks", at=time(6, 15))
def ask_for_checks() -> None:
    """Who wrote what is out of date finds it among his work in the morning."""
    found = Procedure.objects.exclude(current=None).select_related("office", "current__last_editor__body")
    offices = {procedure.office for procedure in found}
    for office in offices:
        mine = [procedure for procedure in found if procedure.office_id == office.pk]
        with site_language():
            for procedure, faults in all_faults_of(mine).items():
                assert procedure.current is not None
                items.ask_to_check(procedure, procedure.current.last_editor, faults[0])
