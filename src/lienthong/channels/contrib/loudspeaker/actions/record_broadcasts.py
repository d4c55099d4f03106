"""What the air log proves: an issue that a device played to the end closes the occurrence it was promised for."""

from collections.abc import Iterable

from django.utils import timezone

from lienthong.audit.service import SYSTEM, record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.models import ColumnIssue, PlannedAiring
from lienthong.core.language import kept
from lienthong.plans.service import Delivered, record_delivery


def record_broadcasts(airings: Iterable[PlannedAiring]) -> None:
    """Called in the transaction that writes the log. Reruns and bulletins prove nothing here: a bulletin that a product
    brought has its receipt, and an issue is counted once, by the first device that says it played it.
    """
    played = {airing.issue_id: airing for airing in airings if airing.issue_id is not None and airing.rerun == 0}
    issues = ColumnIssue.objects.select_for_update(of=("self",)).select_related(
        "column__share__assignment__plan__office", "column__share__body", "chosen_by",
        "occurrence__share__assignment__plan__office", "occurrence__share__body",
    )  # fmt: skip
    for issue in issues.filter(pk__in=played, work=None, chosen_by__isnull=False):
        if issue.carries_out is not None:
            _record(issue, played[issue.pk])


def _record(issue: ColumnIssue, airing: PlannedAiring) -> None:
    occurrence, share, by = issue.occurrence, issue.column.share, issue.chosen_by
    assert by is not None
    broadcast = Delivered(
        outlet=kept("Loa truyền thanh, theo nhật ký phát"), reference=f"{issue.column.code}-{issue.number}",
        sha256=airing.sha256,
    )  # fmt: skip
    issue.work = record_delivery(
        by, None, title=str(issue), done_on=timezone.localdate(airing.begins), delivered=broadcast,
        occurrences=[occurrence] if occurrence else [], shares=[] if occurrence or share is None else [share],
    )  # fmt: skip
    issue.save(update_fields=["work"])
    record(events.BROADCAST, issue, by=SYSTEM, number=issue.number)
