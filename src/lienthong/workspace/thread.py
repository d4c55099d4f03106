"""The thread: văn bản › kế hoạch › nhiệm vụ › kỳ › sản phẩm › minh chứng › báo cáo, from anywhere, both ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lienthong.activities.service import OfficeEvent
from lienthong.casefiles.service import CaseFile, behind_url, may_gather
from lienthong.commendations.service import Nomination
from lienthong.committees.service import Meeting, committees_of
from lienthong.corrections.service import ClaimQuestion, Correction, correct_url, may_correct
from lienthong.drafting.service import Draft, may_draft
from lienthong.feedback.service import FeedbackCase
from lienthong.inspections import service as inspections
from lienthong.learning.service import Lesson
from lienthong.newsroom import service as newsroom
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import service as plans
from lienthong.portal.service import PageState
from lienthong.procedures.service import Guide, Procedure
from lienthong.registry import service as registry
from lienthong.reports import service as reports
from lienthong.training.service import TrainingClass, may_look
from lienthong.workspace.event_parts import events_for, own_events
from lienthong.workspace.part import Part
from lienthong.workspace.product_parts import carried, own_products, products_for


def parts_of(thing: models.Model, actor: Actor) -> list[Part]:
    """The parts of the thread that runs through ``thing``, as far as ``actor`` may see it."""
    builder = _BUILDERS.get(type(thing), _of_channel)
    return [
        *builder(thing, actor),
        *_case_of(thing, actor),
        *_questions_about(thing, actor),
        *_corrections_of(thing, actor),
    ]


def _case_of(thing: models.Model, actor: Actor) -> list[Part]:
    """Where everything behind a document, a plan or a report stands together."""
    if isinstance(thing, registry.OfficialDocument | plans.Plan | reports.Report) and may_gather(actor, thing):
        return [Part(_("Hồ sơ"), behind_url(thing))]
    return []


def _corrections_of(thing: models.Model, actor: Actor) -> list[Part]:
    """The correction of an issued document or the one that a draft is for, and where one begins."""
    if not isinstance(thing, registry.OfficialDocument | Draft):
        return []
    about = {"draft": thing} if isinstance(thing, Draft) else {"document": thing}
    found = Correction.objects.visible_to(actor).filter(**about).exclude(state=Correction.State.DROPPED)
    parts = [
        Part(
            _("Đính chính số %(number)s") % {"number": one.printed} if one.number else _("Đính chính"),
            reverse("corrections:correction", args=[one.pk]),
        )
        for one in found.order_by("pk")[:3]
    ]
    under_way = any(one.number is None for one in found)
    if isinstance(thing, registry.OfficialDocument) and not under_way and may_correct(actor, thing):
        parts.append(Part(_("Đính chính văn bản này"), correct_url(thing)))
    return parts


def _questions_about(thing: models.Model, actor: Actor) -> list[Part]:
    """What supervisors asked about a plan, an assignment or an inspection, and where a supervisor asks."""
    if not isinstance(thing, plans.Plan | plans.Assignment | inspections.Inspection):
        return []
    asked = inspections.Question.objects.visible_to(actor).filter(**inspections.field_of(thing))
    parts = [Part(_("Câu hỏi giám sát"), reverse("inspections:question", args=[one.pk])) for one in asked[:3]]
    if inspections.may_ask(actor, thing):
        parts.append(Part(_("Đặt câu hỏi"), inspections.ask_url(thing), step=True))
    return parts


def _document(document: registry.OfficialDocument | None, actor: Actor, span: tuple[int, int] | None = None) -> Part:
    if document is None:
        return Part(_("không có văn bản nguồn"))
    if not registry.OfficialDocument.objects.visible_to(actor).filter(pk=document.pk).exists():
        return Part(document.title)
    url = registry.source_url(document, *span) if span else reverse("registry:document", args=[document.pk])
    return Part(document.title, url)


def _plan_to_make(document: registry.OfficialDocument, actor: Actor) -> Part:
    """The missing plan; a button for who may make it, once the document is reviewed."""
    if document.reviewed_at is None or not abilities_for(actor, document).plan:
        return _plan(None)
    return Part(_("Lập kế hoạch"), reverse("plans:plan_from_document", args=[document.pk]), step=True)


def _plan(plan: plans.Plan | None) -> Part:
    return Part(plan.title, reverse("plans:plan", args=[plan.pk])) if plan else Part(_("chưa có kế hoạch"))


def _report(assignment: plans.Assignment | None, plan: plans.Plan | None, actor: Actor) -> Part:
    found = reports.latest_about(actor, plan) if plan and not (assignment and assignment.out_of_scope) else None
    return Part(found.title, reverse("reports:report", args=[found.pk])) if found else Part(_("chưa vào báo cáo"))


def _proof(works: int, url: str) -> Part:
    return Part(_("%(n)d việc có minh chứng") % {"n": works}, url) if works else Part(_("chưa có minh chứng"))


def _of_document(document: registry.OfficialDocument, actor: Actor) -> list[Part]:
    plan = plans.plan_carrying_out(document)
    visible = plan is not None and plans.Plan.objects.visible_to(actor).filter(pk=plan.pk).exists()
    here = Part(document.title, here=True)
    if plan is None or not visible:
        missing = _plan_to_make(document, actor) if plan is None else _plan(None)
        return [
            here,
            *_drafts(document, actor),
            missing,
            Part(_("chưa có nhiệm vụ")),
            Part(_("chưa có minh chứng")),
            _report(None, None, actor),
        ]
    url = reverse("plans:plan", args=[plan.pk])
    answering = [_document(plan.document, actor)] if plan.document and plan.document != document else []
    return [
        here,
        *answering,
        _plan(plan),
        _tasks(plan, actor, url),
        _proof(plans.works_of_plan(plan).count(), url),
        _report(None, plan, actor),
    ]


def _drafts(document: registry.OfficialDocument, actor: Actor) -> list[Part]:
    """What the office is writing to carry ``document`` out, or where that begins."""
    if document.direction != registry.Direction.INCOMING or document.register_number is None or not may_draft(actor):
        return []
    found = Draft.objects.visible_to(actor).filter(parent=document).under_way().first()
    if found is not None:
        return [Part(found.title, reverse("drafting:draft", args=[found.pk]))]
    return [Part(_("soạn văn bản thực hiện"), reverse("drafting:begin", query={"tu": document.pk}))]


def _tasks(plan: plans.Plan, actor: Actor, url: str) -> Part:
    count = plans.Assignment.objects.visible_to(actor).in_scope().filter(plan=plan).count()
    return Part(ngettext("%(n)d nhiệm vụ", "%(n)d nhiệm vụ", count) % {"n": count}, url)


def _of_plan(plan: plans.Plan, actor: Actor) -> list[Part]:
    url = reverse("plans:plan", args=[plan.pk])
    order = [_document(plan.parent_document, actor)] if plan.document and plan.parent_document else []
    return [
        *order,
        _document(plan.document or plan.parent_document, actor),
        Part(plan.title, here=True),
        _tasks(plan, actor, url),
        _proof(plans.works_of_plan(plan).count(), url),
        _report(None, plan, actor),
    ]


def _of_assignment(assignment: plans.Assignment, actor: Actor, here: bool = True) -> list[Part]:
    span = None
    if assignment.source_start is not None and assignment.source_end is not None:
        span = (assignment.source_start, assignment.source_end)
    label = f"{assignment.label} {assignment.text}".strip()[:80]
    url = reverse("plans:assignment", args=[assignment.pk])
    return [
        _document(assignment.source_document, actor, span),
        _plan(assignment.plan),
        Part(label, "" if here else url, here),
        *([] if not here else own_products(assignment, actor)),
        *([] if not here else own_events(assignment, actor)),
        *([] if not here else _below(assignment, plans.works_of_assignment(assignment).count(), url, actor)),
    ]


def _below(assignment: plans.Assignment, works: int, url: str, actor: Actor) -> list[Part]:
    if assignment.out_of_scope:
        return []
    return [_proof(works, url), _report(assignment, assignment.plan, actor)]


def _of_budget_line(line: plans.BudgetLine, actor: Actor) -> list[Part]:
    whole = [_document(line.plan.document or line.plan.parent_document, actor), _plan(line.plan)]
    return [
        *(_of_assignment(line.assignment, actor, here=False) if line.assignment else whole),
        Part(_("Kinh phí"), reverse("plans:budget", args=[line.plan_id])),
        Part(line.purpose[:80], here=True),
    ]


def _of_share(share: plans.Share, actor: Actor) -> list[Part]:
    url = reverse("plans:share", args=[share.pk])
    return [
        *_of_assignment(share.assignment, actor, here=False),
        Part(f"{share.get_part_display()}: {share.body.label}", here=True),
        *products_for(share, None, actor),
        *events_for(share, None, actor),
        *_below(share.assignment, share.credits.count(), url, actor),
    ]


def _of_occurrence(occurrence: plans.Occurrence, actor: Actor) -> list[Part]:
    share = occurrence.share
    url = reverse("plans:share", args=[share.pk])
    total = share.occurrences.issues().count()
    return [
        *_of_assignment(share.assignment, actor, here=False),
        Part(f"{share.get_part_display()}: {share.body.label}", url),
        Part(_("Kỳ %(n)d/%(total)d") % {"n": occurrence.number, "total": total}, here=True),
        *products_for(share, occurrence, actor),
        *events_for(share, occurrence, actor),
        *_below(share.assignment, occurrence.credits.count(), url, actor),
    ]


def _of_product(product: newsroom.Product, actor: Actor) -> list[Part]:
    credit = product.credits.select_related("share__assignment__plan", "share__body", "occurrence").first()
    here = Part(product.title, here=True)
    if credit is None or not abilities_for(actor, credit.share).see:
        return [Part(_("Tòa soạn"), reverse("newsroom:products")), here, carried(product), *_notes_on(product, actor)]
    share, occurrence = credit.share, credit.occurrence
    url = reverse("plans:occurrence", args=[occurrence.pk]) if occurrence else reverse("plans:share", args=[share.pk])
    works = share.credits.filter(work=product.work).count() if product.work else 0
    return [
        *_of_assignment(share.assignment, actor, here=False),
        Part(occurrence.name if occurrence else share.body.label, url),
        here,
        carried(product),
        *_notes_on(product, actor),
        *_below(share.assignment, works, url, actor),
    ]


def _notes_on(product: newsroom.Product, actor: Actor) -> list[Part]:
    """The numbered notes on what was corrected of it, the newest first."""
    notes = Correction.objects.visible_to(actor).of_product(product.pk)[:2]
    return [
        Part(_("Đính chính số %(number)s") % {"number": one.printed}, reverse("corrections:correction", args=[one.pk]))
        for one in notes
    ]


def _of_report(report: reports.Report, actor: Actor) -> list[Part]:
    return [
        *(_plan(plan) for plan in reports.plans_of(report)[:3]),
        Part(_("%(n)d số liệu") % {"n": reports.figure_count(report)}, reverse("reports:report", args=[report.pk])),
        Part(report.title, here=True),
    ]


def _of_request(request: reports.UnitRequest, actor: Actor) -> list[Part]:
    return [_whole(request.report, actor), Part(request.title, here=True)]


def _of_unit_report(unit_report: reports.UnitReport, actor: Actor) -> list[Part]:
    request = unit_report.request
    seen = abilities_for(actor, request).see
    return [
        _whole(request.report, actor),
        Part(request.title, reverse("reports:request", args=[request.pk]) if seen else ""),
        Part(unit_report.body.label, here=True),
    ]


def _whole(report: reports.Report, actor: Actor) -> Part:
    """The office's report that units report into; not every unit may read it."""
    return Part(report.title, reverse("reports:report", args=[report.pk]) if abilities_for(actor, report).see else "")


def _of_draft(draft: Draft, actor: Actor) -> list[Part]:
    plan = plans.plan_of(draft.document) if draft.document else None
    return [
        _document(draft.parent, actor),
        Part(draft.title, here=True),
        _document(draft.document, actor) if draft.document else Part(_("chưa ban hành")),
        _plan(plan),
    ]


def _of_meeting(meeting: Meeting, actor: Actor) -> list[Part]:
    inside = committees_of(actor).filter(pk=meeting.committee_id).exists()
    url = reverse("committees:committee", args=[meeting.committee_id]) if inside else ""
    return [Part(meeting.committee.label, url), Part(meeting.title, here=True)]


def _of_inspection(inspection: inspections.Inspection, actor: Actor, here: bool = True) -> list[Part]:
    url = reverse("inspections:inspection", args=[inspection.pk])
    basis = [_document(inspection.basis, actor)] if inspection.basis else []
    return [*basis, Part(inspection.title, "" if here else url, here), *(_concluded(inspection, actor) if here else [])]


def _concluded(inspection: inspections.Inspection, actor: Actor) -> list[Part]:
    draft = inspection.conclusion
    if draft is None:
        return [Part(_("chưa có văn bản kết luận"))]
    if draft.document is not None:
        return [_document(draft.document, actor)]
    seen = abilities_for(actor, draft).see
    return [Part(draft.title, reverse("drafting:draft", args=[draft.pk]) if seen else "")]


def _of_visit(visit: inspections.Visit, actor: Actor) -> list[Part]:
    return [*_of_inspection(visit.inspection, actor, here=False), Part(visit.body.label, here=True)]


def _of_line(line: inspections.CheckLine, actor: Actor) -> list[Part]:
    """From the assignment that is checked, if the reader may see it, to what was to be mended."""
    seen = plans.Assignment.objects.visible_to(actor)
    before = [line.assignment] if line.assignment and seen.filter(pk=line.assignment_id).exists() else []
    after = [line.mending] if line.mending and seen.filter(pk=line.mending_id).exists() else []
    return [
        *(part for one in before for part in _of_assignment(one, actor, here=False)),
        *_of_inspection(line.visit.inspection, actor, here=False),
        Part(line.visit.body.label, reverse("inspections:visit", args=[line.visit_id])),
        Part(str(line), here=True),
        *(Part(_("Nhiệm vụ khắc phục"), reverse("plans:assignment", args=[one.pk])) for one in after),
    ]


def _of_question(question: inspections.Question, actor: Actor) -> list[Part]:
    subject = question.subject
    if not abilities_for(actor, subject).see:
        return [Part(str(subject)), Part(_("Câu hỏi giám sát"), here=True)]
    if isinstance(subject, plans.Assignment):
        before = _of_assignment(subject, actor, here=False)
    elif isinstance(subject, plans.Plan):
        before = [_plan(subject)]
    else:
        before = _of_inspection(subject, actor, here=False)
    return [*before, Part(_("Câu hỏi giám sát"), here=True)]


def _of_nomination(nomination: Nomination, actor: Actor) -> list[Part]:
    """What proves it › the nomination › the decision that commends it."""
    if nomination.document is not None:
        decision = _document(nomination.document, actor)
    else:
        decision = Part(str(nomination.draft)) if nomination.draft else Part(_("chưa có quyết định"))
    return [
        *(Part(proof.text[:80], proof.url) for proof in nomination.proofs.all()[:2]),
        Part(nomination.title, here=True),
        decision,
    ]


def _of_case(case: CaseFile, actor: Actor) -> list[Part]:
    subject = case.subject
    before = next((part for part in parts_of(subject, actor) if part.here), Part(str(subject)))
    url = reverse(_PAGES[type(subject)], args=[subject.pk])
    return [Part(before.label, url), Part(case.title, here=True)]


def _of_page(standing: PageState, actor: Actor) -> list[Part]:
    return [Part(_("Cổng thông tin"), reverse("portal:pages")), Part(standing.page.draft_title, here=True)]


def _of_procedure(procedure: Procedure, actor: Actor) -> list[Part]:
    version = procedure.versions.first()
    above = [Part(_("Thủ tục hành chính"), reverse("procedures:procedures"))]
    return [*above, Part(version.decision), Part(version.title, here=True)] if version else above


def _of_lesson(lesson: Lesson, actor: Actor) -> list[Part]:
    return [Part(_("Bình dân học vụ số"), reverse("learning:lessons")), Part(lesson.title, here=True)]


def _of_event(event: OfficeEvent, actor: Actor) -> list[Part]:
    return _of_held(event, actor, Part(_("Hoạt động"), reverse("activities:events")))


def _of_class(training: TrainingClass, actor: Actor) -> list[Part]:
    url = reverse("training:classes" if may_look(actor) else "training:mine")
    return _of_held(training, actor, Part(_("Đào tạo, bồi dưỡng"), url))


def _of_held(event: OfficeEvent | TrainingClass, actor: Actor, above: Part) -> list[Part]:
    """From the occurrence that it fulfils, if there is one, to what proves that it was held."""
    here, share = Part(event.title, here=True), event.share
    if share is None or not abilities_for(actor, share).see:
        return [above, here]
    occurrence = event.occurrence
    url = reverse("plans:occurrence", args=[occurrence.pk]) if occurrence else reverse("plans:share", args=[share.pk])
    return [
        *_of_assignment(share.assignment, actor, here=False),
        Part(occurrence.name if occurrence else share.body.label, url),
        here,
        *_below(share.assignment, 1 if event.work_id else 0, url, actor),
    ]


def _of_guide(guide: Guide, actor: Actor) -> list[Part]:
    version = guide.versions.first()
    above = [Part(_("Hướng dẫn từng bước"), reverse("procedures:guides"))]
    return [*above, Part(version.title, here=True)] if version else above


def _of_channel(thing: Any, actor: Actor) -> list[Part]:
    """A thing of a channel says itself what it carries out and which parts it adds there; one without address is it."""
    own = [Part(label, url, here=not url) for label, url in thing.thread_parts()]
    above = thing.carries_out
    if above is None:
        return own
    share = above.share if isinstance(above, plans.Occurrence) else above
    found: list[Part] = []
    for part in parts_of(above, actor):
        found += [Part(part.label, reverse("plans:share", args=[share.pk])), *own] if part.here else [part]
    return found


def _of_feedback(case: FeedbackCase, actor: Actor) -> list[Part]:
    answer = case.answer
    published = answer is not None and answer.public and answer.approved_at and not answer.withdrawn_at
    return [
        Part(_("Phản ánh, kiến nghị"), reverse("feedback:cases")),
        Part(case.code, here=True),
        Part(case.unit.label if case.unit else _("chưa chuyển đơn vị")),
        Part(_("Đã trả lời") if case.answered_on else _("chưa trả lời")),
        Part(_("Đã đăng"), reverse("feedback_answer", args=[answer.pk]))
        if published and answer
        else Part(_("chưa đăng")),
    ]


def _of_correction(correction: Correction, actor: Actor) -> list[Part]:
    """What it corrects, itself, and what the public reads of it."""
    if correction.product is not None:
        above = [Part(str(correction.product), reverse("newsroom:product", args=[correction.product.pk]))]
    elif correction.document is not None:
        above = [_document(correction.document, actor)]
    else:
        asked = ClaimQuestion.objects.visible_to(actor).filter(answer=correction)[:2]
        above = [Part(one.code, reverse("corrections:question", args=[one.pk])) for one in asked]
        above = above or [Part(correction.heading)]
    draft = correction.draft
    drafts = [Part(draft.title, reverse("drafting:draft", args=[draft.pk]))] if draft else []
    published = Part(_("chưa công bố"))
    if correction.number:
        url = reverse("corrections_one", args=[correction.year, correction.number])
        published = Part(_("Số %(number)s") % {"number": correction.printed}, url)
    return [
        Part(_("Đính chính"), reverse("corrections:corrections")),
        *above,
        Part(str(correction), here=True),
        *drafts,
        published,
    ]


def _of_claim_question(question: ClaimQuestion, actor: Actor) -> list[Part]:
    answer = Part(_("chưa trả lời"))
    if question.case_code:
        answer = Part(question.case_code, reverse("feedback:cases", query={"q": question.case_code}))
    elif question.answer is not None:
        answer = Part(str(question.answer), reverse("corrections:correction", args=[question.answer.pk]))
    elif question.why:
        answer = Part(str(question.get_why_display()))
    return [
        Part(_("Câu hỏi “có đúng không?”"), reverse("corrections:questions")),
        Part(question.code, here=True),
        answer,
    ]


_PAGES: dict[type[models.Model], str] = {
    registry.OfficialDocument: "registry:document",
    plans.Plan: "plans:plan",
    reports.Report: "reports:report",
}

_BUILDERS: dict[type[models.Model], Callable[[Any, Actor], list[Part]]] = {
    registry.OfficialDocument: _of_document,
    PageState: _of_page,
    Procedure: _of_procedure,
    Guide: _of_guide,
    FeedbackCase: _of_feedback,
    Correction: _of_correction,
    ClaimQuestion: _of_claim_question,
    Lesson: _of_lesson,
    OfficeEvent: _of_event,
    TrainingClass: _of_class,
    plans.Plan: _of_plan,
    plans.Assignment: _of_assignment,
    plans.Share: _of_share,
    plans.BudgetLine: _of_budget_line,
    plans.Occurrence: _of_occurrence,
    reports.Report: _of_report,
    reports.UnitRequest: _of_request,
    reports.UnitReport: _of_unit_report,
    Draft: _of_draft,
    CaseFile: _of_case,
    Meeting: _of_meeting,
    Nomination: _of_nomination,
    inspections.Inspection: _of_inspection,
    inspections.Visit: _of_visit,
    inspections.CheckLine: _of_line,
    inspections.Question: _of_question,
    newsroom.Product: _of_product,
}
