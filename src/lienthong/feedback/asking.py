"""The public form, one question a page, without scripts: what was answered before travels along in hidden fields.

Nothing is stored until it is sent, so whoever leaves in between leaves nothing behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils import timezone

from lienthong.core.uploads import too_large_files
from lienthong.feedback.forms import ContactForm, PhotosForm, PublishForm, WhatForm, WhereForm
from lienthong.feedback.models import Term
from lienthong.feedback.taking_in import Told, consent_to_contact
from lienthong.feedback.terms import term_of
from lienthong.gate.service import new_form
from lienthong.organisations.service import Body

#: The questions in their order, with the form of each.
QUESTIONS: dict[str, type[forms.Form]] = {
    "viec": WhatForm,
    "noi": WhereForm,
    "lien-he": ContactForm,
    "dang": PublishForm,
    "anh": PhotosForm,
}
ORDER = tuple(QUESTIONS)
#: Signs of one answer that travel in a hidden field; what is longer is refused where it is asked.
MOST_CARRIED = 20_000
#: What a form of this page is made for.
ABOUT = "case"


@dataclass
class Asking:
    """One request of the form: what was typed so far, and which question it was about."""

    request: HttpRequest
    office: Body
    here: str = ORDER[0]
    token: str = field(default_factory=lambda: new_form(ABOUT))

    @classmethod
    def of(cls, request: HttpRequest, office: Body) -> Asking:
        if request.method != "POST":
            return cls(request, office)
        here = request.POST.get("here", "")
        token = request.POST.get("token", "")
        return cls(request, office, here if here in ORDER else ORDER[0], token or new_form(ABOUT))

    def form(self, question: str, *, bound: bool) -> forms.Form:
        """The form of one question, with what was typed into it before."""
        options = self._options(question)
        data, files = self.request.POST, self.request.FILES
        if bound:
            return QUESTIONS[question](data, files, **options)
        # Typed before: shown again, without judging it yet.
        names = QUESTIONS[question].base_fields
        return QUESTIONS[question](initial={name: data[name] for name in names if name in data}, **options)

    def _options(self, question: str) -> dict[str, Any]:
        if question == "noi":
            return {"office": self.office}
        return {"consent": self.consent} if question == "lien-he" else {}

    @cached_property
    def consent(self) -> str:
        months = term_of(self.office, Term.Kind.KEEP, timezone.localdate()).amount
        return consent_to_contact(months)

    def carried(self, shown: str) -> list[tuple[str, str]]:
        """Names and values of every question but the one that is shown, for hidden fields."""
        names = [name for question in ORDER if question != shown for name in QUESTIONS[question].base_fields]
        typed = [(name, self.request.POST[name][:MOST_CARRIED]) for name in names if self.request.POST.get(name)]
        return [*typed, ("token", self.token), *[("meant", "1")] * bool(self.request.POST.get("meant"))]

    @cached_property
    def _answers(self) -> dict[str, forms.Form]:
        return {question: self.form(question, bound=True) for question in ORDER}

    def wrong(self) -> tuple[str, forms.Form] | None:
        """The first question whose answer cannot be taken, with its form."""
        return next(((question, form) for question, form in self._answers.items() if not form.is_valid()), None)

    def told(self) -> Told:
        """Everything, once nothing is wrong."""
        said: dict[str, Any] = {}
        for form in self._answers.values():
            form.is_valid()
            said |= form.cleaned_data
        agreed = said.pop("agreed")
        said["may_publish"] = said["may_publish"] == "yes"
        return Told(**{**said, "photos": tuple(said["photos"])}, consent=self.consent if agreed else "")

    def too_large(self) -> list[str]:
        return too_large_files(self.request)
