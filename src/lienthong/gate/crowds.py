"""What a process knows by itself of a door: who was inside a moment ago, and how many forms it is just writing down.

So a flood is answered without asking the database, and threads are left that give out pages. Nobody gets in by what is
remembered, so nothing that the rule says is loosened; at worst what it said a moment ago is said a moment longer.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from time import time as _now

from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from lienthong.core.public import PublicSite, site_at, speak
from lienthong.gate.counting import got_in
from lienthong.gate.doors import Door, Signs, Verdict, verdict
from lienthong.gate.handing import Arriving

#: How long a count is good enough to put somebody off by.
SECONDS = 2.0
#: So many forms of one process are written down at the same moment.
AT_ONCE = 2
#: Seconds that one more waits for his turn.
PATIENCE = 2.0

_MARK = mark_safe("<!-- the form -->")

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who was inside of a door of ``site`` at the second ``at``: numbers of forms, and how many by address."""

    site: PublicSite
    door: Door
    at: float
    forms: frozenset[str]
    by_address: Counter[str]
    _frames: dict[tuple[str, str | None], list[str]] = field(default_factory=dict)

    @property
    def fresh(self) -> bool:
        return 0 <= _now() - self.at < SECONDS

    def says(self, arriving: Arriving) -> Verdict:
        """What is said to one more form, as far as one knows; a form that is in already comes in again."""
        if arriving.form in self.forms:
            return Verdict.IN
        inside, from_one = len(self.forms), self.by_address[arriving.address]
        return verdict(self.door, Signs(inside, from_one, arriving.odd, arriving.answered))

    def page(self, request: HttpRequest, frame: str, form: str) -> HttpResponse:
        """The template ``frame`` with ``form`` in it. It is drawn once in each language, so nothing else in a bare page
        may come from the request.
        """
        key = frame, get_language()
        if key not in self._frames:
            context = {"portal": self.site, "bare": True, "form": _MARK}
            self._frames[key] = render_to_string(frame, context, request).split(_MARK)
        return HttpResponse(form.join(self._frames[key]))


#: Whoever asks may invent names of hosts, where the server answers to any below a domain.
_MOST = 200
_crowds: dict[tuple[str, str, str], Crowd] = {}
_turns, _waiting = threading.BoundedSemaphore(AT_ONCE), threading.BoundedSemaphore(1)


def _key(request: HttpRequest, door: Door) -> tuple[str, str, str]:
    """What the site of a request is found by, and nothing else that whoever asks may write in many ways."""
    return split_domain_port(request.get_host())[0], request.get_port(), door.name


def crowd_at(request: HttpRequest, door: Door) -> Crowd | None:
    """Who is inside of a door of the site that was asked for, counted anew after :data:`SECONDS`; None without one."""
    known = _crowds.get(_key(request, door))
    if known is not None and known.fresh:
        return known
    site = site_at(request)
    return counted(request, site, door) if site else None


def counted(request: HttpRequest, site: PublicSite, door: Door) -> Crowd:
    """Who is inside now; the next forms are told by it too."""
    inside = got_in(site.office, door)
    forms, by_address = frozenset(form for form, _address in inside), Counter(address for _form, address in inside)
    if len(_crowds) >= _MOST:
        forget()
    crowd = _crowds[_key(request, door)] = Crowd(site, door, _now(), forms, by_address)
    return crowd


def forget() -> None:
    """Everything that this process remembers."""
    _crowds.clear()


@contextmanager
def _turn() -> Iterator[bool]:
    """Whether a form may be written down now or in a moment. One at most waits, so that threads are left."""
    free = _turns.acquire(blocking=False)
    if not free and _waiting.acquire(blocking=False):
        try:
            free = _turns.acquire(timeout=PATIENCE)
        finally:
            _waiting.release()
    try:
        yield free
    finally:
        if free:
            _turns.release()


def spared(
    door: Door,
    arriving_of: Callable[[HttpRequest], Arriving | None],
    put_off: Callable[[HttpRequest, Crowd, Verdict], HttpResponseBase],
) -> Callable[[View], View]:
    """Around a view ``at_site`` whose forms come in by ``door``: it meets those only that may get in, few at a time.

    ``arriving_of``: the form that a request sends, None where it sends none. ``put_off`` answers the others; what they
    cost is what a flood costs, so it asks the database nothing.
    """

    def around(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            arriving = arriving_of(request) if request.method == "POST" else None
            crowd = crowd_at(request, door) if arriving else None
            if arriving is None or crowd is None:
                return view(request, *args, **kwargs)
            said = crowd.says(arriving)
            if said is Verdict.IN:
                with _turn() as free:
                    if free:
                        return view(request, *args, **kwargs)
                said = Verdict.LATER if arriving.answered else Verdict.ASK
            speak(request)
            return put_off(request, crowd, said)

        return answered

    return around
