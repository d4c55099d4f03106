"""Which assignments the lines of a visit may be drawn from."""

from datetime import date

from django.db.models import QuerySet

from lienthong.inspections.models import Visit
from lienthong.organisations.service import Actor
from lienthong.plans.service import Assignment, Plan, Share


def assignments_at(
    actor: Actor, visit: Visit, *, plan: Plan | None = None, due_by: date | None = None
) -> QuerySet[Assignment]:
    """Those in scope that the visited unit has a part in, that ``actor`` sees and that no line stands for yet; of one
    ``plan``, or due by a day.
    """
    parts = Share.objects.filter(body=visit.body).exclude(state=Share.State.TRANSFERRED)
    if due_by is not None:
        parts = parts.filter(due__lte=due_by)
    drawn = visit.lines.exclude(assignment=None).values("assignment")
    found = Assignment.objects.visible_to(actor).in_scope().filter(pk__in=parts.values("assignment"))
    found = found.exclude(pk__in=drawn)
    return found.filter(plan=plan) if plan is not None else found
