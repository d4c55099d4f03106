"""Take in what a resident sent by the public form. Nobody is signed in: the gate decides instead of a right."""

from django.db import transaction

from lienthong.audit.service import Stamp, record
from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.feedback import events
from lienthong.feedback.models import FeedbackCase
from lienthong.feedback.taking_in import Drawn, Told, drawn_photos, take_in
from lienthong.gate.service import WORDS, Arriving, Verdict, admit
from lienthong.organisations.service import Body


def receive_case(office: Body, told: Told, arriving: Arriving) -> FeedbackCase | Verdict:
    """The case, or why it did not get in. The same form sent twice gives the case that it made the first time.

    The count is made again while the office's row is held: of many that come at the same moment no more get in than
    the rule says. Photos are drawn before that, while nobody has to wait; of a form that made its case already they are
    not looked at, for a form that got in once is let in again without counting.
    """
    before = FeedbackCase.objects.filter(form=arriving.form).first()
    if before is not None:
        return before
    drawn = drawn_photos(told)
    with transaction.atomic():
        return _received(office, told, drawn, arriving)


def _received(office: Body, told: Told, drawn: list[Drawn], arriving: Arriving) -> FeedbackCase | Verdict:
    decided = admit(office, WORDS, arriving)
    if decided is not Verdict.IN:
        return decided
    before = FeedbackCase.objects.filter(form=arriving.form).first()
    if before is not None:
        return before
    case = take_in(office, told, drawn, came=FeedbackCase.Came.WEB, sender=kept("Người dân"), form=arriving.form)
    resident = Stamp("", kept("Người dân"), key_of(office))
    record(events.RECEIVED, case, by=resident, code=case.code, due=f"{case.due:%d/%m/%Y}")
    return case
