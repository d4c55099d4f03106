"""Writing: the head, sections and tasks of a draft. What was typed is never lost to somebody else's saving."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from vanban.compare import Unit

from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, answer_refusal, require, whole
from lienthong.core.refusals import Refused
from lienthong.drafting.actions.add_section import add_section
from lienthong.drafting.actions.add_task import add_task
from lienthong.drafting.actions.move_section import move_section
from lienthong.drafting.actions.remove_section import remove_section
from lienthong.drafting.actions.remove_task import remove_task
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.forms import HeadForm, SectionForm, TaskForm
from lienthong.drafting.items import draft_url
from lienthong.drafting.models import Draft, DraftSection, DraftTask
from lienthong.drafting.views.pages import draft_of
from lienthong.drafting.writing import Gone, Overtaken
from lienthong.organisations.service import Body, StaffRequest, abilities_for
from lienthong.registry.service import printed_duties


def _answer(
    request: StaffRequest, draft: Draft, form: forms.Form, act: Callable[[], Any], *, heading: str, current: Any = None
) -> HttpResponse:
    """The form again until its act was done. Overtaken, it keeps what was typed and goes on from the new version."""
    # A draft that was submitted meanwhile refuses the words; they stay on the page to be copied.
    require(abilities_for(request.actor, draft).write or request.method == "POST")
    saved: list[tuple[Any, Any]] = []
    if request.method == "POST" and form.is_valid():
        try:
            part = act()
        except Overtaken as refused:
            form.add_error(None, refused.sentence)
            current.refresh_from_db()
            form.data = {**form.data.dict(), "seen": current.version}  # type: ignore[attr-defined]
            saved = _saved_otherwise(form, current)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect(f"{draft_url(draft)}{_place_of(part)}")
    context = {
        "thing": draft, "draft": draft, "form": form, "heading": heading, "saved": saved,
        "bodies": Body.objects.valid_now().filter(office=draft.office),
    }  # fmt: skip
    return render(request, "drafting/form.html", context)


def _saved_otherwise(form: forms.Form, current: Any) -> list[tuple[Any, Any]]:
    """Label and value of what somebody else saved otherwise than it stands in the form."""
    return [
        (field.label, getattr(current, field.name))
        for field in form.visible_fields()
        if (getattr(current, field.name) or "") != (form.cleaned_data.get(field.name) or "")
    ]


def _place_of(part: Any) -> str:
    """Where on the page of the draft the written part stands; its top for the head."""
    section = part.section_id if isinstance(part, DraftTask) else part.pk if isinstance(part, DraftSection) else None
    return f"#phan-{section}" if section else ""


@login_required
@require_http_methods(["GET", "POST"])
def head(request: StaffRequest, pk: int) -> HttpResponse:
    draft = draft_of(request, pk)
    form = HeadForm(request.POST or None, draft=draft)
    return _answer(
        request, draft, form,
        lambda: write_draft(request.actor, draft, values=form.values, seen=form.cleaned_data["seen"]),
        heading=_("Thể thức"), current=draft,
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_section(request: StaffRequest, pk: int) -> HttpResponse:
    draft = draft_of(request, pk)
    form = SectionForm(request.POST or None, after=whole(request.GET.get("sau", "")))

    def act() -> DraftSection:
        after = draft.sections.filter(pk=form.cleaned_data["after"] or 0).first()
        return add_section(request.actor, draft, after=after, **form.values)

    return _answer(request, draft, form, act, heading=_("Thêm phần"))


def _typed_again(request: StaffRequest, *, task: bool) -> HttpResponse:
    """What was typed into a part that somebody dropped meanwhile, as a form that puts it into the same draft anew.

    A task whose draft has no section left becomes the text of a new one.
    """
    asked = whole(request.POST.get("du-thao", ""))
    if asked is None:
        raise Http404
    draft = draft_of(request, asked)
    require(abilities_for(request.actor, draft).see)
    last = draft.sections.last()
    form: forms.Form
    if task and last is not None:
        form, action = TaskForm(request.POST, draft=draft), reverse("drafting:new_task", args=[last.pk])
    else:
        typed = {"seen": 0, "level": 1, "text": _as_text(TaskForm(request.POST, draft=draft))} if task else request.POST
        form, action = SectionForm(typed), reverse("drafting:new_section", args=[draft.pk])
    form.add_error(None, Gone().sentence)
    context = {
        "thing": draft, "draft": draft, "form": form, "action": action,
        "heading": _("Thêm nhiệm vụ") if isinstance(form, TaskForm) else _("Thêm phần"),
        "bodies": Body.objects.valid_now().filter(office=draft.office),
    }  # fmt: skip
    return render(request, "drafting/form.html", context)


def _as_text(form: TaskForm) -> str:
    """Every line that was typed about a task, the task itself as an item."""
    typed = [(field, str(field.value() or "").strip()) for field in form.visible_fields() if field.name != "section"]
    return "\n".join(
        f"- {words}" if field.name == "text" else f"{field.label}: {words}" for field, words in typed if words
    )


def _gone(request: StaffRequest, rows: QuerySet[Any], pk: int) -> bool:
    """True where words were sent for a part that is no longer there."""
    return request.method == "POST" and not rows.filter(pk=pk).exists()


def _section(request: StaffRequest, pk: int) -> DraftSection:
    visible = Draft.objects.visible_to(request.actor)
    found: DraftSection = get_object_or_404(
        DraftSection.objects.select_related("draft__office"), pk=pk, draft__in=visible
    )
    return found


def _task(request: StaffRequest, pk: int) -> DraftTask:
    visible = Draft.objects.visible_to(request.actor)
    rows = DraftTask.objects.select_related("section__draft__office")
    found: DraftTask = get_object_or_404(rows, pk=pk, section__draft__in=visible)
    return found


def _asked_for(request: StaffRequest, draft: Draft) -> Unit | None:
    """What the order from above says at the place "doan" of the address."""
    span = request.GET.get("doan", "")
    return printed_duties(draft.parent).at(span) if draft.parent and span else None


@login_required
@require_http_methods(["GET", "POST"])
def section(request: StaffRequest, pk: int) -> HttpResponse:
    if _gone(request, DraftSection.objects.all(), pk):
        return _typed_again(request, task=False)
    found = _section(request, pk)
    unit = _asked_for(request, found.draft)
    form = SectionForm(request.POST or None, section=found, more=f"- {unit.text}" if unit else "")
    return _answer(
        request, found.draft, form,
        lambda: write_section(request.actor, found, values=form.values, seen=form.cleaned_data["seen"]),
        heading=_("Sửa phần: %(name)s") % {"name": found}, current=found,
    )  # fmt: skip


@login_required
@require_POST
def move(request: StaffRequest, pk: int) -> HttpResponse:
    found = _section(request, pk)
    try:
        move_section(request.actor, found, up=request.POST.get("huong") == "len")
    except Refused as refused:
        return answer_refusal(request, refused, draft_url(found.draft))
    return redirect(f"{draft_url(found.draft)}#phan-{found.pk}")


@login_required
@require_POST
def drop_section(request: StaffRequest, pk: int) -> HttpResponse:
    found = _section(request, pk)
    return act_and_return(
        request, lambda: remove_section(request.actor, found), _("Đã bỏ phần này khỏi dự thảo."), draft_url(found.draft)
    )


@login_required
@require_http_methods(["GET", "POST"])
def new_task(request: StaffRequest, pk: int) -> HttpResponse:
    """A task of one's own, or with "doan" one that the order asks for, its words already there."""
    if _gone(request, DraftSection.objects.all(), pk):
        return _typed_again(request, task=True)
    found = _section(request, pk)
    draft = found.draft
    unit = _asked_for(request, draft)
    asked = {"text": unit.text, "when": unit.when or "", "frequency": unit.frequency or ""} if unit else {}
    form = TaskForm(request.POST or None, draft=draft, initial={"section": found, **asked})
    place = (unit.span.start, unit.span.end) if unit and unit.span else None

    def act() -> DraftTask:
        section = form.cleaned_data["section"] or found
        return add_task(request.actor, section, values=form.values, origin=draft.parent if unit else None, span=place)

    return _answer(request, draft, form, act, heading=_("Thêm nhiệm vụ vào: %(name)s") % {"name": found})


@login_required
@require_http_methods(["GET", "POST"])
def task(request: StaffRequest, pk: int) -> HttpResponse:
    if _gone(request, DraftTask.objects.all(), pk):
        return _typed_again(request, task=True)
    found = _task(request, pk)
    form = TaskForm(request.POST or None, draft=found.section.draft, task=found)

    def act() -> DraftTask:
        seen, section = form.cleaned_data["seen"], form.cleaned_data["section"]
        return write_task(request.actor, found, values=form.values, seen=seen, section=section)

    return _answer(
        request, found.section.draft, form, act,
        heading=_("Sửa nhiệm vụ"), current=found,
    )  # fmt: skip


@login_required
@require_POST
def drop_task(request: StaffRequest, pk: int) -> HttpResponse:
    found = _task(request, pk)
    draft = found.section.draft
    return act_and_return(
        request, lambda: remove_task(request.actor, found), _("Đã bỏ nhiệm vụ này khỏi dự thảo."), draft_url(draft)
    )
