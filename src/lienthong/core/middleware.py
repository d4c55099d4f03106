"""What no address of ours can be is turned away before anything is looked up."""

import re
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse

#: A part of a path that is a number larger than any key of a database.
_TOO_LARGE = re.compile(r"/\d{19,}(?:[./]|$)")


class AddressMiddleware:
    """404 for a path or a query that databases cannot even be asked about: a NUL, or a number beyond 64 bits.

    Without it they answer with an error of their own, one each, and each error is a long entry in the log.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", "") or _TOO_LARGE.search(request.path):
            raise Http404
        return self.get_response(request)
