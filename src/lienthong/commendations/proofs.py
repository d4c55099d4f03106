"""What there is to cite: assignments, pieces of work and evidence of the plans, each with words and the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.organisations.service import Actor, Body
from lienthong.plans.service import Assignment, Share, Work, numbers_for

_MOST = 60


@dataclass(frozen=True, slots=True)
class Citable:
    """A thing that may be cited: its key, what it is, and where it is read."""

    key: str
    text: str
    url: str


def citable(actor: Actor, body: Body) -> list[tuple[str, list[Citable]]]:
    """What ``actor`` sees of the work of ``body`` and what lies below it, under a heading each, newest first."""
    bodies = Q(body=body) | Q(body__path__startswith=body.path)
    works = Work.objects.visible_to(actor).counted().filter(bodies).order_by("-done_on", "-pk")[:_MOST]
    shares = Share.objects.visible_to(actor).counted().filter(bodies)
    tasks = Assignment.objects.visible_to(actor).in_scope().filter(shares__in=shares).distinct().order_by("-pk")
    return [
        (str(_("Nhiệm vụ được giao, kèm số kỳ hệ thống đếm")), [_task(task) for task in tasks[:_MOST]]),
        (str(_("Việc đã làm và minh chứng")), list(_works(works))),
    ]


def cited(actor: Actor, body: Body, key: str) -> Citable | None:
    """The one of :func:`citable` that has ``key``, an assignment with its figure as the system counts it today."""
    found = next((one for _heading, group in citable(actor, body) for one in group if one.key == key), None)
    label, _colon, pk = key.partition(":")
    if found is None or label != Assignment._meta.label_lower:
        return found
    numbers = numbers_for(Assignment.objects.filter(pk=pk), timezone.localdate())
    if not numbers.wanted:
        return found
    words = {
        "name": found.text, "done": numbers.issues_done, "wanted": numbers.wanted,
        "day": f"{timezone.localdate():%d/%m/%Y}",
    }  # fmt: skip
    return replace(found, text=kept("%(name)s: đã làm %(done)d/%(wanted)d kỳ đến ngày %(day)s") % words)


def _task(task: Assignment) -> Citable:
    return Citable(key_of(task), task.name, reverse("plans:assignment", args=[task.pk]))


def _works(works: QuerySet[Work]) -> Iterator[Citable]:
    """Each piece of work, and what proves it, by itself."""
    for work in works.select_related("body").prefetch_related("evidence", "credits"):
        first = min(credit.share_id for credit in work.credits.all())
        url = reverse("plans:share", args=[first])
        yield Citable(key_of(work), f"{work.title} ({work.body.label}, {work.done_on:%d/%m/%Y})", url)
        for proof in work.evidence.all():
            what = proof.name or proof.url or proof.number
            yield Citable(key_of(proof), f"{work.title}: {proof.get_kind_display()} {what}"[:500], url)
