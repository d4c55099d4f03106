"""Which term of an office holds on a day, and the day that follows from it."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import F, Q

from lienthong.core.days import WorkCalendar
from lienthong.feedback.models import Term
from lienthong.organisations.service import Body

#: Until this hour of the day promised the answer is there: the end of an office's day.
HOUR = 17


def term_of(office: Body, kind: str, day: date) -> Term:
    """The office's own term, else the general one; the newest that holds on ``day``."""
    found = Term.objects.filter(Q(office=office) | Q(office=None), kind=kind, valid_from__lte=day)
    term = found.order_by(F("office").desc(nulls_last=True), "-valid_from", "-pk").first()
    assert term is not None, "the general terms come with the migrations"
    return term


def due_after(office: Body, kind: str, day: date) -> tuple[date, str]:
    """The day due, so many working days after ``day``, with the basis of the term."""
    term = term_of(office, kind, day)
    return WorkCalendar().after(day, term.amount), term.basis


def kept_since(office: Body, day: date) -> date:
    """What was finished before this day may no longer be kept on ``day``."""
    return day - relativedelta(months=term_of(office, Term.Kind.KEEP, day).amount)
