"""What plans have for a case file: assignments, who has which part, progress, time asked for, work and evidence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.core.case_items import CaseItem, ItemFile, start_of
from lienthong.core.keys import key_of
from lienthong.organisations.service import Actor
from lienthong.plans.models import Assignment, Credit, Evidence, Extension, Plan, Progress, Share, Work


def case_items(actor: Actor, plan: Plan, *, work_between: tuple[date, date] | None = None) -> list[CaseItem]:
    """The plan and everything below it that ``actor`` may see; with ``work_between`` the plan and the work of those
    days alone.
    """
    if not Plan.objects.visible_to(actor).filter(pk=plan.pk).exists():
        return []
    shares = Share.objects.visible_to(actor).filter(assignment__plan=plan).select_related("body", "assignment")
    items = [_plan(plan), *_works(shares, work_between)]
    if work_between is None:
        items += [*_assignments(actor, plan, shares), *_progress(shares), *_extensions(shares)]
    return items


def _plan(plan: Plan) -> CaseItem:
    words = {"start": f"{plan.starts_on:%d/%m/%Y}", "end": f"{plan.ends_on:%d/%m/%Y}"}
    text = _("Thực hiện từ ngày %(start)s đến ngày %(end)s.") % words
    url = reverse("plans:plan", args=[plan.pk])
    return CaseItem(key_of(plan), plan.created_at, _("Kế hoạch"), plan.title, text, url)


def _assignments(actor: Actor, plan: Plan, shares: QuerySet[Share]) -> Iterator[CaseItem]:
    by_assignment: dict[int, list[Share]] = {}
    for share in shares:
        by_assignment.setdefault(share.assignment_id, []).append(share)
    for assignment in Assignment.objects.visible_to(actor).filter(plan=plan):
        parts = by_assignment.get(assignment.pk, [])
        text = "\n".join([assignment.text, *_printed(assignment), *map(_share, parts)])
        yield CaseItem(
            key_of(assignment), assignment.created_at, _("Nhiệm vụ"), assignment.name, text,
            reverse("plans:assignment", args=[assignment.pk]), also=tuple(map(key_of, parts)),
        )  # fmt: skip


def _printed(assignment: Assignment) -> Iterator[str]:
    """What holds of the task; of one outside the tool nothing but the document that ended it."""
    if assignment.out_of_scope:
        yield _("Ngoài phạm vi công cụ.")
        if assignment.closed_by_number and assignment.closed_by_date:
            words = {"number": assignment.closed_by_number, "day": f"{assignment.closed_by_date:%d/%m/%Y}"}
            yield _("Kết thúc theo văn bản số %(number)s ngày %(day)s.") % words
        return
    if assignment.when_printed or assignment.due:
        yield _("Thời gian: %(when)s") % {"when": assignment.when_printed or f"{assignment.due:%d/%m/%Y}"}
    if assignment.rhythm:
        yield _("Tần suất: %(rhythm)s") % {"rhythm": assignment.rhythm}
    if assignment.product_printed:
        yield _("Sản phẩm: %(product)s") % {"product": assignment.product_printed}


def _share(share: Share) -> str:
    line = f"{share.get_part_display()}: {share.body.label}"
    if share.assignment.out_of_scope:
        return line
    line += f", {share.get_state_display()}"
    if share.due:
        line += ", " + _("hạn %(day)s") % {"day": f"{share.due:%d/%m/%Y}"}
    return f"{line}. {share.result}" if share.result else f"{line}."


def _named(share: Share) -> str:
    return f"{share.body.label}: {share.assignment.name}"


def _progress(shares: QuerySet[Share]) -> Iterator[CaseItem]:
    found = Progress.objects.filter(share__in=shares).select_related("share__body", "share__assignment")
    for told in found:
        text = f"{told.text} ({told.percent}%)" if told.percent is not None else told.text
        url = reverse("plans:share", args=[told.share_id])
        yield CaseItem(key_of(told), told.at, _("Tiến độ"), _named(told.share), text, url)


def _extensions(shares: QuerySet[Share]) -> Iterator[CaseItem]:
    found = Extension.objects.filter(share__in=shares).select_related("share__body", "share__assignment")
    for asked in found:
        words = {"old": f"{asked.old_due:%d/%m/%Y}", "new": f"{asked.new_due:%d/%m/%Y}"}
        lines = [
            _("Xin gia hạn từ %(old)s đến %(new)s.") % words, asked.reason, str(asked.get_state_display()), asked.answer
        ]  # fmt: skip
        url = reverse("plans:share", args=[asked.share_id])
        yield CaseItem(
            key_of(asked), asked.asked_at, _("Gia hạn"), _named(asked.share), "\n".join(filter(None, lines)), url
        )


def _works(shares: QuerySet[Share], between: tuple[date, date] | None) -> Iterator[CaseItem]:
    """Work with what proves it; a piece that counts for several tasks is there once."""
    credited = Credit.objects.filter(work=OuterRef("pk"), share__in=shares)
    found = Work.objects.filter(Exists(credited)).select_related("body").prefetch_related("evidence", "credits__share")
    if between is not None:
        found = found.done_between(*between)
    seen = {share.pk for share in shares}
    for work in found:
        proofs = list(work.evidence.all())
        text = "\n".join([work.body.label, *(_proof(proof) for proof in proofs)])
        files = tuple(
            ItemFile(proof.name, proof.stored, proof.sha256, proof.content_type)
            for proof in proofs
            if proof.kind == Evidence.Kind.FILE
        )
        share = next(credit.share_id for credit in work.credits.all() if credit.share_id in seen)
        url = reverse("plans:share", args=[share])
        yield CaseItem(key_of(work), start_of(work.done_on), _("Việc đã làm, minh chứng"), work.title, text, url, files)


def _proof(proof: Evidence) -> str:
    if proof.kind == Evidence.Kind.LINK:
        what = proof.url
    elif proof.kind == Evidence.Kind.MINUTES:
        what = f"{proof.number}, {proof.dated:%d/%m/%Y}" if proof.dated else proof.number
    elif proof.kind == Evidence.Kind.RECEIPT:
        what = f"{proof.name}, {proof.url or proof.sha256[:12]}"
    else:
        what = proof.name
    return f"{proof.get_kind_display()}: {what}" + (f" ({proof.note})" if proof.note else "")
