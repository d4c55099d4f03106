"""Codes in addresses: whoever tries many that name nothing is asked to come back later.

A code is drawn from hundreds of millions, but an office has thousands of them and a program tries many a second. Only
wrong ones are counted, by the hash of an address, in the cache: nothing is kept of who follows what.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.core.cache import cache
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from lienthong.core.http import client_address
from lienthong.gate.handing import hashed

#: So many wrong codes from one address in so many seconds: a household that mistypes needs far fewer.
MOST_WRONG, WINDOW = 40, 600

View = Callable[..., HttpResponseBase]


def guessable(view: View) -> View:
    """A view below ``at_site`` whose address or question holds a code."""

    @wraps(view)
    def answered(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        key = f"gate.wrong-codes:{hashed(client_address(request))}"
        wrong = cache.get(key, 0)
        if wrong >= MOST_WRONG:
            sentence = _("Có quá nhiều mã sai gửi đến từ mạng bạn đang dùng. Hãy thử lại sau 10 phút, hoặc gọi điện.")
            return render(request, "gate/refused.html", {"sentence": sentence}, status=429)
        try:
            answer = view(request, *args, **kwargs)
        except Http404:
            cache.set(key, wrong + 1, WINDOW)
            raise
        if answer.status_code == 404:
            cache.set(key, wrong + 1, WINDOW)
        return answer

    return answered
