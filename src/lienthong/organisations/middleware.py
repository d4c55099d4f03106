"""Puts the actor on the request, and the user's language; a one-time password is changed before anything else."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from lienthong.organisations.acting import actor_for

SESSION_KEY = "acting_position"
_WITH_TEMPORARY_PASSWORD = ("account_change_password", "account_logout")


class ActingMiddleware:
    """``request.actor`` is the :class:`Actor` of a signed-in user, looked up when first asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.user.is_authenticated:
            return self.get_response(request)
        user = request.user
        chosen = request.session.get(SESSION_KEY)
        request.actor = SimpleLazyObject(lambda: actor_for(user, chosen))  # type: ignore[attr-defined]
        if user.password_is_temporary and request.path not in map(reverse, _WITH_TEMPORARY_PASSWORD):
            return redirect("account_change_password")
        # For this request only: a worker thread serves other people next.
        with translation.override(user.language):
            request.LANGUAGE_CODE = user.language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", user.language)
            # What one person is shown is kept by nobody on the way, and asked for anew by his own browser.
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response
