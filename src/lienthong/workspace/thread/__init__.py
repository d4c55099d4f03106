"""The thread: văn bản › kế hoạch › nhiệm vụ › kỳ › sản phẩm › minh chứng › báo cáo, from anywhere, both ways."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.casefiles.service import CaseFile, behind_url, may_gather
from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence, Plan
from lienthong.registry.service import OfficialDocument
from lienthong.reports.service import Report
from lienthong.workspace.thread import (
    commendations,
    corrections,
    documents,
    gatherings,
    inspections,
    newsroom,
    plans,
    public_side,
    reports,
)
from lienthong.workspace.thread.part import Builders, Part


def parts_of(thing: models.Model, actor: Actor) -> list[Part]:
    """The parts of the thread that runs through ``thing``, as far as ``actor`` may see it."""
    builder = _BUILDERS.get(type(thing), _of_channel)
    return [
        *builder(thing, actor),
        *_case_of(thing, actor),
        *inspections.questions_about(thing, actor),
        *corrections.corrections_of(thing, actor),
    ]


def _case_of(thing: models.Model, actor: Actor) -> list[Part]:
    """Where everything behind a document, a plan or a report stands together."""
    if isinstance(thing, OfficialDocument | Plan | Report) and may_gather(actor, thing):
        return [Part(_("Hồ sơ"), behind_url(thing))]
    return []


def _of_case(case: CaseFile, actor: Actor) -> list[Part]:
    subject = case.subject
    before = next((part for part in parts_of(subject, actor) if part.here), Part(str(subject)))
    url = reverse(_PAGES[type(subject)], args=[subject.pk])
    return [Part(before.label, url), Part(case.title, here=True)]


def _of_channel(thing: Any, actor: Actor) -> list[Part]:
    """A thing of a channel says itself what it carries out and which parts it adds there; one without address is it."""
    own = [Part(label, url, here=not url) for label, url in thing.thread_parts()]
    above = thing.carries_out
    if above is None:
        return own
    share = above.share if isinstance(above, Occurrence) else above
    found: list[Part] = []
    for part in parts_of(above, actor):
        found += [Part(part.label, reverse("plans:share", args=[share.pk])), *own] if part.here else [part]
    return found


_PAGES: dict[type[models.Model], str] = {
    OfficialDocument: "registry:document",
    Plan: "plans:plan",
    Report: "reports:report",
}

_BUILDERS: Builders = {
    **documents.BUILDERS,
    **plans.BUILDERS,
    **newsroom.BUILDERS,
    **gatherings.BUILDERS,
    **reports.BUILDERS,
    **commendations.BUILDERS,
    **inspections.BUILDERS,
    **corrections.BUILDERS,
    **public_side.BUILDERS,
    CaseFile: _of_case,
}
