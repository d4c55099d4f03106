"""Reports and obligations: thin views over the acts."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.core.http import act_and_return, after_act, answer_refusal, form_page
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.text import fold
from lienthong.organisations.service import Role, StaffRequest, abilities_for
from lienthong.reports.actions.add_obligation import add_obligation
from lienthong.reports.actions.end_obligation import end_obligation
from lienthong.reports.actions.freeze_report import freeze_report
from lienthong.reports.actions.make_report import make_report
from lienthong.reports.actions.write_report import TEXTS, write_report
from lienthong.reports.export import docx_of
from lienthong.reports.figures import BY_CODE
from lienthong.reports.forms import AdHocForm, EndForm, ObligationForm, PeriodForm, TextsForm
from lienthong.reports.gathering import counts_of, difference, frozen_lines, intact, lines_of, listed_lines, rows_of
from lienthong.reports.models import Obligation, ProvidedForm, Report, UnitReport, UnitRequest
from lienthong.reports.permissions import may_make_reports
from lienthong.reports.queries import REPORT_READERS
from lienthong.reports.sheets.duplicates import overlaps
from lienthong.reports.unit_figures import merged_totals

_PER_PAGE = 50


@login_required
@require_GET
def reports(request: StaffRequest) -> HttpResponse:
    """What the actor's own unit is asked for; the office's reports, newest period first; what is owed to whom."""
    asked = UnitReport.objects.visible_to(request.actor).of_bodies(request.actor).select_related("request", "body")
    page = Paginator(Report.objects.visible_to(request.actor), _PER_PAGE).get_page(request.GET.get("trang"))
    obligations = list(Obligation.objects.visible_to(request.actor).valid_on(timezone.localdate()))
    context = {
        "page": page,
        "obligations": obligations,
        "overlaps": overlaps(obligations),
        "forms": ProvidedForm.objects.visible_to(request.actor).current().select_related("obligation"),
        "may_make": may_make_reports(request.actor),
        "reads": request.actor.is_(*REPORT_READERS, Role.SUPERVISOR),
        "asked": asked.order_by("-request__due", "-pk")[:_PER_PAGE],
    }
    return render(request, "reports/reports.html", context)


@login_required
@require_GET
def report(request: StaffRequest, pk: int) -> HttpResponse:
    """One report: figures that open what they count, texts, and once frozen what has changed since."""
    found = _report(request, pk)
    context = {
        "thing": found,
        "report": found,
        "counts": [count for count in counts_of(found) if count.shown],
        "outside": listed_lines(found),
        "typed": merged_totals(found),
        "readable": UnitReport.objects.visible_to(request.actor)
        .filter(request__report=found)
        .values_list("pk", flat=True),
        "forms": ProvidedForm.objects.visible_to(request.actor).current().for_report(found),
        "may_fill": may_make_reports(request.actor),
        "requests": UnitRequest.objects.visible_to(request.actor).filter(report=found).progress(),
        "abilities": abilities_for(request.actor, found),
        "form": TextsForm(initial={name: getattr(found, name) for name in TEXTS}),
        "intact": intact(found) if found.hash else None,
        "events": history_of(found),
    }
    return render(request, "reports/report.html", context)


@login_required
@require_POST
def write(request: StaffRequest, pk: int) -> HttpResponse:
    found = _report(request, pk)
    form = TextsForm(request.POST)
    if abilities_for(request.actor, found).write and not form.is_valid():
        return render(request, "reports/texts.html", {"report": found, "form": form, "thing": found}, status=422)
    return act_and_return(
        request,
        lambda: write_report(request.actor, found, **getattr(form, "cleaned_data", {})),
        _("Đã lưu lời của báo cáo."),
        _url(found),
    )


@login_required
@require_POST
def freeze(request: StaffRequest, pk: int) -> HttpResponse:
    found = _report(request, pk)
    return act_and_return(
        request,
        lambda: freeze_report(request.actor, found),
        _("Đã chốt số liệu. Thay đổi về sau sẽ hiện thành chênh lệch."),
        _url(found),
    )


@login_required
@require_GET
def figure(request: StaffRequest, pk: int, code: str) -> HttpResponse:
    """What a figure counted: its rule in one sentence and the rows, each leading on to its evidence."""
    found = _report(request, pk)
    if code not in BY_CODE:
        raise Http404
    asked = BY_CODE[code]
    frozen = found.figures.filter(code=code).first()
    context = {"report": found, "thing": found, "figure": asked, "frozen": frozen}
    if frozen:
        gone, come = difference(found, frozen)
        context |= {"gone": gone, "come": come}
        page = Paginator(frozen.counted, _PER_PAGE).get_page(request.GET.get("trang"))
        context["lines"] = frozen_lines(found, asked, list(page.object_list))
    else:
        page = Paginator(rows_of(found, asked), _PER_PAGE).get_page(request.GET.get("trang"))
        context["lines"] = lines_of(rows_of(found, asked).filter(pk__in=[row.pk for row in page.object_list]))
    context["page"] = page
    template = "reports/figure_panel.html" if request.headers.get("HX-Request") else "reports/figure.html"
    return render(request, template, context)


@login_required
@require_GET
def docx(request: StaffRequest, pk: int) -> HttpResponse:
    """The report as .docx in the official layout."""
    found = _report(request, pk)
    answer = HttpResponse(
        docx_of(found), content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    name = slugify(fold(found.title)) or "bao-cao"
    answer["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    return answer


@login_required
@require_http_methods(["GET", "POST"])
def make(request: StaffRequest, pk: int | None = None) -> HttpResponse:
    """Make a report: of an obligation's period, or for days of one's own choice."""
    obligation = get_object_or_404(Obligation.objects.visible_to(request.actor), pk=pk) if pk else None
    if not may_make_reports(request.actor):
        if obligation is None:
            raise Http404
        refusal = NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo lập báo cáo của cơ quan."))
        return answer_refusal(request, refusal, reverse("reports:reports"))
    form = PeriodForm(request.POST or None, obligation=obligation) if obligation else AdHocForm(request.POST or None)
    return form_page(
        request, form,
        lambda _data: make_report(request.actor, **_wanted(form, obligation)),
        lambda made: redirect("reports:report", made.pk),
        template="reports/make.html", obligation=obligation,
    )  # fmt: skip


def _wanted(form: PeriodForm | AdHocForm, obligation: Obligation | None) -> dict[str, Any]:
    if not isinstance(form, PeriodForm):
        return form.cleaned_data
    period = form.chosen()
    title = form.cleaned_data["title"] or f"{obligation} {period.label}"
    return {"title": title, "obligation": obligation, "kind": period.kind, "year": period.year, "index": period.index}


@login_required
@require_http_methods(["GET", "POST"])
def obligation_add(request: StaffRequest) -> HttpResponse:
    if not may_make_reports(request.actor):
        raise Http404
    form = ObligationForm(request.POST or None, initial={"valid_from": timezone.localdate()})
    return form_page(
        request, form,
        lambda data: add_obligation(request.actor, **data),
        lambda _made: after_act(request, _("Đã ghi chế độ báo cáo."), reverse("reports:reports")),
        template="reports/obligation.html",
    )  # fmt: skip


@login_required
@require_POST
def obligation_end(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Obligation.objects.visible_to(request.actor), pk=pk)
    form = EndForm(request.POST)
    back = reverse("reports:reports")
    if abilities_for(request.actor, found).change and not form.is_valid():
        return answer_refusal(request, Refused(_("Ghi ngày cuối cùng áp dụng dạng 31/12/2026.")), back)
    return act_and_return(
        request,
        lambda: end_obligation(
            request.actor, found, last_day=form.cleaned_data["last_day"] if form.is_valid() else None
        ),
        _("Đã kết thúc chế độ báo cáo."),
        back,
    )


def _report(request: StaffRequest, pk: int) -> Report:
    found: Report = get_object_or_404(
        Report.objects.visible_to(request.actor).select_related("office", "obligation"), pk=pk
    )
    return found


def _url(found: Report) -> str:
    return reverse("reports:report", args=[found.pk])
