"""A form that knows when it was handed out and what it is about, and the small question that is drawn from it."""

from __future__ import annotations

import ipaddress
import secrets
import time
from dataclasses import dataclass
from typing import Any

from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from lienthong.core.http import client_address
from lienthong.gate.doors import Verdict

#: Nobody reads and fills in a form in fewer seconds; one that lay longer than a day gets the question.
QUICKEST, OLDEST = 4, 24 * 3600
_SALT = "gate.form"


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
        drawn = salted_hmac("gate.question", self.number).digest()
        return drawn[0] % 8 + 1, drawn[1] % 8 + 1

    def is_answer(self, text: str) -> bool:
        return bool(self.number) and text.strip().isdecimal() and int(text.strip()[:4]) == sum(self.question)


def new_form(about: str = "") -> str:
    """A signed token for a form that is handed out now; ``about``: the one thing it can be sent for."""
    return signing.dumps([secrets.token_hex(16), int(time.time()), about], salt=_SALT)


def form_of(token: str, about: str = "") -> Form:
    """The form of a token; one without a number for a token that we did not make, or made for something else."""
    try:
        number, made_at, made_for = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return Form("", 0)
    return Form(number, time.time() - made_at) if made_for == about else Form("", 0)


@dataclass(frozen=True, slots=True)
class Arriving:
    """One form that came back: its number, the hash of the address, and what the gate needs to know of it."""

    form: str
    address: str
    odd: bool = False
    answered: bool = False

    @classmethod
    def of(cls, request: HttpRequest, form: Form) -> Arriving:
        """From what was posted: ``website`` is a field that no person sees, ``sum`` the answer to the question."""
        trapped = bool(request.POST.get("website"))
        answered = form.is_answer(request.POST.get("sum", ""))
        return cls(form.number, hashed(client_address(request)), form.odd or trapped, answered)


def hashed(address: str) -> str:
    """A keyed hash that stands for an address; of IPv6 the network that one household gets (/64)."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return salted_hmac("gate.address", address).hexdigest()[:32]
    network = ipaddress.ip_network(f"{known}/{64 if known.version == 6 else 32}", strict=False)
    return salted_hmac("gate.address", str(network)).hexdigest()[:32]


def again(request: HttpRequest, decided: Verdict, token: str, about: str = "") -> dict[str, Any]:
    """What the page of a form that did not get in shows (``gate/not_yet.html``, ``gate/sum.html``): ``token``, and the
    small question (``sum``) or that it is too much just now (``later``; a right answer stays, ``given``). ``bare``: the
    page needs no menu, for it is what a flood gets, thousands of times, while others want to read.
    """
    form, given = form_of(token, about), request.POST.get("sum", "")
    if decided is Verdict.LATER:
        return {"token": token, "bare": True, "later": True, "given": given if form.is_answer(given) else ""}
    if not form.number or given:
        # A form that we did not make, or a wrong answer: a new form, so that nobody can try all the sums of one.
        token = new_form(about)
        form = form_of(token, about)
    return {"token": token, "bare": True, "sum": form.question}
