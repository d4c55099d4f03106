"""What a process knows by itself of a door: who was inside a moment ago, and how many forms it is just writing down.

So a flood is answered without asking the database, and threads are left that give out pages. Nobody gets in by what is
remembered, so nothing that the rule says is loosened; at worst somebody is asked the small question who need not be.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from lienthong.core.public import PublicSite, site_at, speak
from lienthong.gate.counting import got_in
from lienthong.gate.doors import Door, Signs, Verdict, verdict
from lienthong.gate.handing import Arriving

#: How long a count is good enough to put somebody off by.
SECONDS = 2.0
#: So many forms of one process are written down at the same moment.
AT_ONCE = 2

View = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Who was inside of a door of ``site`` at the second ``at``: numbers of forms, and how many by address."""

    site: PublicSite
    door: Door
    at: float
    forms: frozenset[str]
    by_address: Counter[str]

    @property
    def fresh(self) -> bool:
        return 0 <= time.time() - self.at < SECONDS

    def says(self, arriving: Arriving) -> Verdict:
        """What is said to one more form, as far as one knows; a form that is in already comes in again."""
        if arriving.form in self.forms:
            return Verdict.IN
        inside, from_one = len(self.forms), self.by_address[arriving.address]
        return verdict(self.door, Signs(inside, from_one, arriving.odd, arriving.answered))


#: Whoever asks may invent names of hosts where a server answers to any.
_MOST = 200
_crowds: dict[tuple[str, str], Crowd] = {}
_turns = threading.BoundedSemaphore(AT_ONCE)


def crowd_at(request: HttpRequest, door: Door) -> Crowd | None:
    """Who is inside of a door of the site that was asked for, counted anew after :data:`SECONDS`; None without one."""
    known = _crowds.get((request.get_host(), door.name))
    if known is not None and known.fresh:
        return known
    site = site_at(request)
    if site is None:
        return None
    inside = got_in(site.office, door)
    forms, by_address = frozenset(form for form, _address in inside), Counter(address for _form, address in inside)
    crowd = Crowd(site, door, time.time(), forms, by_address)
    if len(_crowds) >= _MOST:
        forget()
    _crowds[request.get_host(), door.name] = crowd
    return crowd


def forget() -> None:
    """The count is known to be too old: whoever comes next is counted against a new one."""
    _crowds.clear()


@contextmanager
def _turn(arriving: Arriving) -> Iterator[bool]:
    """Whether a form may be written down now. Who answered the question stands in line; others are rather asked it."""
    free = _turns.acquire(blocking=arriving.answered)
    try:
        yield free
    finally:
        if free:
            _turns.release()


def spared(
    door: Door,
    arriving_of: Callable[[HttpRequest], Arriving | None],
    put_off: Callable[[HttpRequest, PublicSite, Verdict], HttpResponseBase],
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
                with _turn(arriving) as free:
                    if free:
                        return view(request, *args, **kwargs)
                said = Verdict.ASK
            speak(request)
            return put_off(request, crowd.site, said)

        return answered

    return around
