"""Events, classes and visits on the thread of a share or occurrence: what is held for it, and where one begins."""

from django.utils.translation import gettext as _

from lienthong.activities import service as activities
from lienthong.organisations.service import Actor
from lienthong.plans import service as plans
from lienthong.training import service as training
from lienthong.workspace.thread.part import Part


def events_for(share: plans.Share, occurrence: plans.Occurrence | None, actor: Actor) -> list[Part]:
    """What is held for a share or one occurrence of it, or the step that begins it."""
    if share.assignment.out_of_scope:
        return []
    found = activities.events_for(actor, share, occurrence)[:3]
    parts = [Part(event.title, activities.event_url(event)) for event in found]
    classes = training.classes_for(actor, share, occurrence)[:3]
    parts += [Part(each.title, training.class_url(each)) for each in classes]
    for work, n in activities.visits_given(actor, share, occurrence)[:3]:
        parts.append(Part(_("%(n)d lượt đi thôn") % {"n": n}, activities.given_url(work)))
    closed = occurrence is not None and occurrence.closed_on is not None
    if not found and not classes and not closed:
        if activities.may_begin(actor, share):
            parts.append(Part(_("Tổ chức sự kiện"), activities.begin_url(share, occurrence), step=True))
        if training.may_begin(actor, share):
            parts.append(Part(_("Lập lớp đào tạo"), training.begin_url(share, occurrence), step=True))
    if not closed and (url := activities.prove_url(actor, share, occurrence)):
        parts.append(Part(_("Lượt đi thôn làm minh chứng"), url, step=True))
    return parts


def own_events(assignment: plans.Assignment, actor: Actor) -> list[Part]:
    """Those of the reader's own unit."""
    share = assignment.shares.select_related("body", "assignment__plan__office").filter(body__in=actor.body_ids).first()
    return events_for(share, None, actor) if share else []
