"""Who gets in when many forms come at once: a counting rule, and a form that knows when and for whom it was made.

Nobody is shut out for being one of many at an address (a household, a mobile network): who looks like a machine, or
comes while very many come, is asked a small question that a person answers in a second. Only what comes after all that
is asked to come back later, with his words still in the form and a telephone number beside them. Nothing that is asked
or put off is stored. Only what got in is counted, so turning a flood away costs two counts and no writing.
"""

from __future__ import annotations

import ipaddress
import secrets
import time
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from django.core import signing
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac

from lienthong.feedback.models import Arrival
from lienthong.organisations.service import Body

#: What is counted: forms that got in during the last so many minutes.
WINDOW = timedelta(minutes=10)
#: So many get in straight away; more, up to ``MOST``, after the question; the others later.
STRAIGHT, MOST = 30, 50
#: The same for one address.
STRAIGHT_FROM_ONE, MOST_FROM_ONE = 4, 10
#: Nobody reads and fills in a form in fewer seconds; one that lay longer than a day gets the question.
QUICKEST, OLDEST = 4, 24 * 3600
_SALT = "feedback.form"


class Verdict(Enum):
    IN, ASK, LATER = "in", "ask", "later"


@dataclass(frozen=True, slots=True)
class Signs:
    """``in_all`` and ``from_one``: how many got in during the window; ``odd``: the form looks filled in by a machine;
    ``answered``: the question was answered rightly.
    """

    in_all: int
    from_one: int
    odd: bool = False
    answered: bool = False


def verdict(signs: Signs) -> Verdict:
    if signs.in_all >= MOST or signs.from_one >= MOST_FROM_ONE:
        return Verdict.LATER
    if signs.answered:
        return Verdict.IN
    crowded = signs.in_all >= STRAIGHT or signs.from_one >= STRAIGHT_FROM_ONE
    return Verdict.ASK if signs.odd or crowded else Verdict.IN


@dataclass(frozen=True, slots=True)
class Form:
    """One form that was handed out: its own number, which lets it in once, and its age in seconds."""

    number: str
    age: float

    @property
    def odd(self) -> bool:
        return not self.number or not QUICKEST <= self.age <= OLDEST

    @property
    def question(self) -> tuple[int, int]:
        """Two small numbers to be added, drawn from the form's number, so nothing has to be kept."""
        drawn = salted_hmac("feedback.question", self.number).digest()
        return drawn[0] % 8 + 1, drawn[1] % 8 + 1

    def is_answer(self, text: str) -> bool:
        return bool(self.number) and text.strip().isdecimal() and int(text.strip()[:4]) == sum(self.question)


def new_form() -> str:
    """A signed token for a form that is handed out now."""
    return signing.dumps([secrets.token_hex(16), int(time.time())], salt=_SALT)


def form_of(token: str) -> Form:
    """The form of a token; one without a number for a token that we did not make."""
    try:
        number, made_at = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return Form("", 0)
    return Form(number, time.time() - made_at)


def hashed(address: str) -> str:
    """A keyed hash that stands for an address; of IPv6 the network that one household gets (/64)."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return salted_hmac("feedback.address", address).hexdigest()[:32]
    network = ipaddress.ip_network(f"{known}/{64 if known.version == 6 else 32}", strict=False)
    return salted_hmac("feedback.address", str(network)).hexdigest()[:32]


def signs_at(office: Body, address: str, *, odd: bool, answered: bool) -> Signs:
    since = timezone.now() - WINDOW
    counted = Arrival.objects.filter(office=office, at__gt=since).aggregate(
        in_all=Count("pk"), from_one=Count("pk", filter=Q(address=address))
    )
    return Signs(**counted, odd=odd, answered=answered)


def judged(office: Body, *, form: str, address: str, odd: bool, answered: bool) -> Verdict:
    """What is said to one more form. Nothing is held or written: most of a flood costs two questions to the database.
    The same ``form`` again is in already.
    """
    said = verdict(signs_at(office, address, odd=odd, answered=answered))
    return Verdict.IN if said is not Verdict.IN and Arrival.objects.filter(form=form).exists() else said


def admit(office: Body, *, form: str, address: str, odd: bool, answered: bool) -> Verdict:
    """As :func:`judged`, and counted when it gets in. In a transaction.

    The row of the office is held: of many that come at the same moment no more get in than the rule says.
    """
    Body.objects.select_for_update().get(pk=office.pk)
    said = judged(office, form=form, address=address, odd=odd, answered=answered)
    if said is Verdict.IN:
        Arrival.objects.get_or_create(form=form, defaults={"office": office, "address": address})
    return said
