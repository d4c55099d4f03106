"""Gathering: everything behind a plan, a document or a report, as its reader may see it, in time order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lienthong.audit.service import Event
from lienthong.casefiles.models import CaseFile, Subject
from lienthong.core.case_items import CaseItem, in_time_order
from lienthong.core.language import site_language
from lienthong.drafting import service as drafting
from lienthong.inspections import service as inspections
from lienthong.organisations.service import Actor
from lienthong.plans import service as plans
from lienthong.registry import service as registry
from lienthong.reports import service as reports


def behind(actor: Actor, subject: Subject) -> list[CaseItem]:
    """The pieces behind ``subject`` that ``actor`` may see. A case file is the office's paper: it is in Vietnamese."""
    with site_language():
        if isinstance(subject, plans.Plan):
            items = _behind_plan(actor, subject)
        elif isinstance(subject, reports.Report):
            items = _behind_report(actor, subject)
        else:
            items = _behind_document(actor, subject)
    return in_time_order(items)


def _papers(actor: Actor, documents: Iterable[int | None]) -> list[CaseItem]:
    keys = {key for key in documents if key is not None}
    return [*registry.case_items(actor, keys), *drafting.case_items(actor, keys)]


def _behind_plan(actor: Actor, plan: plans.Plan) -> list[CaseItem]:
    sources = plan.assignments.values_list("source_document_id", flat=True)
    around = registry.documents_around(plan.document) if plan.document else []
    papers = _papers(actor, [plan.document_id, plan.parent_document_id, *sources, *around])
    return [*papers, *plans.case_items(actor, plan), *inspections.case_items(actor, plan)]


def _behind_document(actor: Actor, document: registry.OfficialDocument) -> list[CaseItem]:
    plan = plans.plan_carrying_out(document)
    carried_out = plans.case_items(actor, plan) if plan else []
    around = [*registry.documents_around(document), plan.document_id if plan else None]
    return [*_papers(actor, around), *carried_out]


def _behind_report(actor: Actor, report: reports.Report) -> list[CaseItem]:
    """The report, what units sent, and the work of its days in the plans that it counts."""
    counted, days = reports.plans_of(report), (report.starts_on, report.ends_on)
    worked = [item for plan in counted for item in plans.case_items(actor, plan, work_between=days)]
    papers = _papers(actor, [report.document_id, *(plan.document_id for plan in counted)])
    return [*papers, *worked, *reports.case_items(actor, report)]


def pieces_of(actor: Actor, case: CaseFile) -> list[CaseItem]:
    """What a case file holds for ``actor``: what stands behind it and was added, without what was left out.

    What came after it was closed shows in :func:`changes_in`.
    """
    return held_of(case, current_pieces(actor, case, behind(actor, case.subject)))


def current_pieces(actor: Actor, case: CaseFile, around: list[CaseItem]) -> list[CaseItem]:
    """What the case file would hold today, of what is ``around`` its subject (:func:`behind`) and what was added."""
    added = case.added.values_list("document_id", flat=True)
    with site_language():
        items = in_time_order([*around, *registry.case_items(actor, added)])
    left_out = set(case.left_out.values_list("key", flat=True))
    return [item for item in items if item.key not in left_out]


def held_of(case: CaseFile, items: list[CaseItem]) -> list[CaseItem]:
    """Those of ``items`` that the case file holds: of a closed one only what was frozen in it."""
    if case.frozen is None:
        return items
    kept = {row["key"] for row in case.frozen}
    return [item for item in items if item.key in kept]


def frozen_list(items: list[CaseItem]) -> list[dict[str, Any]]:
    return [
        {"key": one.key, "at": one.at.isoformat(), "kind": one.kind, "title": one.title, "hash": one.hash}
        for one in items
    ]


@dataclass(frozen=True, slots=True)
class Changes:
    """How a case file differs from its frozen list; ``gone`` are rows of that list."""

    came: list[CaseItem]
    changed: list[CaseItem]
    gone: list[dict[str, Any]]

    def __bool__(self) -> bool:
        return bool(self.came or self.changed or self.gone)


def changes_in(case: CaseFile, items: list[CaseItem]) -> Changes:
    """How ``items``, what the case file would hold today, differ from its frozen list.

    For a reader of all the office's papers (``permissions.CLOSERS``): others would miss what they never saw.
    """
    was = {row["key"]: row for row in case.frozen or ()}
    now = {item.key: item for item in items}
    return Changes(
        came=[item for key, item in now.items() if key not in was],
        changed=[item for key, item in now.items() if key in was and was[key]["hash"] != item.hash],
        gone=[row for key, row in was.items() if key not in now],
    )


def changed_keys(case: CaseFile, items: list[CaseItem]) -> set[str]:
    """The keys of those of ``items`` that are no longer as they were when the case file was closed."""
    was = {row["key"]: row["hash"] for row in case.frozen or ()}
    return {item.key for item in items if item.key in was and was[item.key] != item.hash}


def history_of_pieces(items: list[CaseItem]) -> list[Event]:
    """The sentences of the event log about these pieces, oldest first."""
    return list(Event.objects.about(*(key for item in items for key in (item.key, *item.also))))
