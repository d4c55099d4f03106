"""Asking for letters, confirming it and ending it: one question a page, without script and without a cookie.

A request from elsewhere can do no harm here: asking sends one mail, and the other two need what that mail says. So
there is no token of a form, and a page may come from a file.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lienthong.channels.contrib.mail.actions.ask_subscription import ask_subscription
from lienthong.channels.contrib.mail.actions.confirm_subscription import confirm_subscription
from lienthong.channels.contrib.mail.actions.end_subscription import end_subscription
from lienthong.channels.contrib.mail.public import open_outlets
from lienthong.channels.core.service import Outlet
from lienthong.core.http import form_page
from lienthong.core.public import PublicSite, at_site


class AskForm(forms.Form):
    outlet = forms.ModelChoiceField(Outlet.objects.none(), label=gettext_lazy("Bản tin"), empty_label=None)
    address = forms.CharField(
        label=gettext_lazy("Địa chỉ thư điện tử"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


@csrf_exempt
@require_http_methods(["GET", "POST"])
@at_site
def subscribe(request: HttpRequest, site: PublicSite) -> HttpResponse:
    """The same answer whether the address was known or not."""
    outlets = open_outlets(site.office_id)
    form = AskForm(request.POST or None, initial={"outlet": outlets.first()})
    form.fields["outlet"].queryset = outlets  # type: ignore[attr-defined]
    if len(outlets) == 1:
        form.fields["outlet"].widget = forms.HiddenInput()
    return form_page(
        request, form, lambda values: ask_subscription(values["outlet"], values["address"]),
        lambda _made: render(request, "mail/asked.html"), template="mail/subscribe.html", outlets=outlets,
    )  # fmt: skip


@csrf_exempt
@require_http_methods(["GET", "POST"])
@at_site
def confirm(request: HttpRequest, site: PublicSite, token: str) -> HttpResponse:
    """A button, because programs that check links open them all."""
    if request.method == "POST":
        return render(request, "mail/confirmed.html", {"known": confirm_subscription(token)})
    return render(request, "mail/confirm.html")


@csrf_exempt
@require_http_methods(["GET", "POST"])
@at_site
def unsubscribe(request: HttpRequest, site: PublicSite, token: str) -> HttpResponse:
    """RFC 8058: a mail program posts here, without cookie and without question; a person gets one button."""
    if request.method == "POST":
        end_subscription(token)
        return render(request, "mail/left.html")
    return render(request, "mail/leave.html")
