"""Events, classes and meetings."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.activities.service import OfficeEvent
from lienthong.committees.service import Meeting, committees_of
from lienthong.organisations.service import Actor, abilities_for
from lienthong.training.service import TrainingClass, may_look
from lienthong.workspace.thread.part import Builders, Part
from lienthong.workspace.thread.plans import below, of_assignment


def _of_event(event: OfficeEvent, actor: Actor) -> list[Part]:
    return _of_held(event, actor, Part(_("Hoạt động"), reverse("activities:events")))


def _of_class(training: TrainingClass, actor: Actor) -> list[Part]:
    url = reverse("training:classes" if may_look(actor) else "training:mine")
    return _of_held(training, actor, Part(_("Đào tạo, bồi dưỡng"), url))


def _of_held(event: OfficeEvent | TrainingClass, actor: Actor, above: Part) -> list[Part]:
    """From the occurrence that it fulfils, if there is one, to what proves that it was held."""
    here, share = Part(event.title, here=True), event.share
    if share is None or not abilities_for(actor, share).see:
        return [above, here]
    occurrence = event.occurrence
    url = reverse("plans:occurrence", args=[occurrence.pk]) if occurrence else reverse("plans:share", args=[share.pk])
    return [
        *of_assignment(share.assignment, actor, here=False),
        Part(occurrence.name if occurrence else share.body.label, url),
        here,
        *below(share.assignment, 1 if event.work_id else 0, url, actor),
    ]


def _of_meeting(meeting: Meeting, actor: Actor) -> list[Part]:
    inside = committees_of(actor).filter(pk=meeting.committee_id).exists()
    url = reverse("committees:committee", args=[meeting.committee_id]) if inside else ""
    return [Part(meeting.committee.label, url), Part(meeting.title, here=True)]


BUILDERS: Builders = {
    OfficeEvent: _of_event,
    TrainingClass: _of_class,
    Meeting: _of_meeting,
}
