"""The links of procedures to the national portal: asked again every week, one row each."""

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.fetching import fetch
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.jobs.service import wake
from lienthong.procedures.models import LinkCheck, Procedure

_GONE = 400


def ask_link(procedure: Procedure, url: str) -> None:
    """Let the link be asked in the background; without one there is nothing to know. In a transaction."""
    from lienthong.procedures.tasks import check_link

    if not url:
        LinkCheck.objects.filter(procedure=procedure).delete()
        return
    check, _made = LinkCheck.objects.update_or_create(
        procedure=procedure,
        defaults={
            "url": url, "job_state": LinkCheck.WAITING, "attempts": 0, "next_try_at": timezone.now(), "fault": "",
            "checked_at": None,
        },
    )  # fmt: skip
    wake(check_link, check.pk)


def look_at(check: LinkCheck) -> None:
    """Work of a claimed row: whether the link answers, and what is wrong when it does not."""
    with site_language():
        try:
            check.status = fetch(check.url).status
            check.fault = "" if check.status < _GONE else _("Trang trả lời mã lỗi %(n)d.") % {"n": check.status}
        except Refused as refused:
            check.status, check.fault = None, str(refused.sentence)
    check.checked_at = timezone.now()
    check.save(update_fields=["status", "fault", "checked_at"])
    check.finish()
