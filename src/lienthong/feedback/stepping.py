"""What the steps of a case have in common: the row held, right and state asked for, what waited about it settled."""

from django.utils import timezone
from django.utils.translation import gettext_lazy

from lienthong.core.refusals import NotAllowed
from lienthong.feedback import items
from lienthong.feedback.models import FeedbackCase, Note
from lienthong.feedback.permissions import case_abilities
from lienthong.feedback.workflow import CASE
from lienthong.organisations.service import Actor, after_step

UNSEEN = gettext_lazy("Phản ánh này do đơn vị khác xử lý.")


def held(case: FeedbackCase) -> FeedbackCase:
    """The row as it is now, held until the transaction ends."""
    return FeedbackCase.objects.select_for_update(of=("self",)).select_related("office", "unit").get(pk=case.pk)


def moved(actor: Actor, case: FeedbackCase, act: str, right: str, refused: str) -> FeedbackCase:
    """The case in the state after ``act``, held and not yet saved. In a transaction."""
    case = held(case)
    case.state = after_step(actor, case, CASE, act, right, unseen=UNSEEN, refused=refused)
    # Keeping its personal data counts from the day on which a case needs nobody any more.
    case.finished_on = None if case.is_open else timezone.localdate()
    items.settle(case)
    return case


def require_right(actor: Actor, case: FeedbackCase, right: str, refused: str) -> FeedbackCase:
    """The case, held, for an act that moves no state."""
    case = held(case)
    abilities = case_abilities(actor, case)
    if not abilities.see:
        raise NotAllowed(UNSEEN)
    if not getattr(abilities, right):
        raise NotAllowed(refused)
    return case


def note(actor: Actor, case: FeedbackCase, text: str) -> None:
    """What is told about a case stands beside it and goes with it; the log only says that something was."""
    if text.strip():
        Note.objects.create(case=case, text=text.strip(), by=actor.own_position)
