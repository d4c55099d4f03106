"""What is counted of a column and of an airing: planned, approved, broadcast, received; reruns apart."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from lienthong.channels.contrib.loudspeaker.models import AirLogEntry, ColumnIssue, PlannedAiring, ProgrammeColumn
from lienthong.speech.service import Recording


@dataclass(frozen=True, slots=True)
class Numbers:
    """Issues of a column. ``broadcast``: its sound stood in a schedule whose time has come; ``received``: at least one
    device says that it played it to the end. Reruns are never counted as issues.
    """

    planned: int
    approved: int
    broadcast: int
    received: int
    reruns: int


def issues_with_state(column: ProgrammeColumn, now: datetime | None = None) -> QuerySet[ColumnIssue]:
    """The issues of ``column``, each with ``is_approved``, ``is_broadcast`` and ``is_received``."""
    now = now or timezone.now()
    aired = PlannedAiring.objects.filter(issue=OuterRef("pk"), rerun=0, begins__lte=now).exclude(sha256="")
    played = AirLogEntry.objects.filter(
        airing__issue=OuterRef("pk"), airing__rerun=0, outcome=AirLogEntry.Outcome.PLAYED
    ).exclude(airing__sha256="")
    approved = Recording.objects.filter(pk=OuterRef("recording"), state=Recording.State.APPROVED)
    return column.issues.select_related("recording", "column").annotate(
        is_approved=Exists(approved), is_broadcast=Exists(aired), is_received=Exists(played)
    )


def numbers_of(column: ProgrammeColumn, now: datetime | None = None) -> Numbers:
    """ "Kế hoạch 26, duyệt 24, phát 23, nhận 21", of the column's whole time."""
    now = now or timezone.now()
    found = issues_with_state(column, now).aggregate(
        planned=Count("pk"), approved=Count("pk", filter=Q(is_approved=True)),
        broadcast=Count("pk", filter=Q(is_broadcast=True)), received=Count("pk", filter=Q(is_received=True)),
    )  # fmt: skip
    reruns = PlannedAiring.objects.filter(issue__column=column, rerun__gt=0, begins__lte=now).exclude(sha256="")
    return Numbers(**found, reruns=reruns.values("issue", "rerun").distinct().count())


def devices_of(airings: QuerySet[PlannedAiring]) -> dict[str, int]:
    """Over all of them: devices that were to play (``expected``), and that say they did (``played``)."""
    played = AirLogEntry.objects.filter(airing__in=airings, outcome=AirLogEntry.Outcome.PLAYED).count()
    return {"expected": airings.aggregate(sum=Sum("expected"))["sum"] or 0, "played": played}


def with_receipts(airings: QuerySet[PlannedAiring]) -> QuerySet[PlannedAiring]:
    """Each with ``heard``: how many devices say that they played it to the end."""
    return airings.annotate(heard=Count("log", filter=Q(log__outcome=AirLogEntry.Outcome.PLAYED)))
