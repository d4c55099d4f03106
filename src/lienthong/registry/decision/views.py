"""*Chuyển xử lý*, the unit's own line, the reply, and the slip."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.forms import refuse
from lienthong.core.http import act_and_return, after_act, answer_refusal, require, whole
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.registry.actions.add_phrase import add_phrase
from lienthong.registry.actions.answer_document import answer_document
from lienthong.registry.actions.assign_handler import assign_handler
from lienthong.registry.actions.decide_document import decide_document
from lienthong.registry.actions.finish_part import finish_part
from lienthong.registry.actions.note_document import note_document
from lienthong.registry.actions.propose_answer import propose_answer
from lienthong.registry.actions.remove_phrase import remove_phrase
from lienthong.registry.decision.forms import DecisionForm, typed_day
from lienthong.registry.decision.parts import colleagues, current_decision, is_head, own_parts, parts_of
from lienthong.registry.decision.phrases import offered_phrases
from lienthong.registry.decision.slip import BLANK_LINES, as_word, slip_of
from lienthong.registry.desk import document_url
from lienthong.registry.finding import known_documents
from lienthong.registry.models import DecisionPart, Direction, OfficialDocument, Phrase

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _document(request: StaffRequest, pk: int) -> OfficialDocument:
    visible = OfficialDocument.objects.visible_to(request.actor).select_related("office")
    return get_object_or_404(visible, pk=pk)


def _part(request: StaffRequest, pk: int) -> DecisionPart:
    visible = OfficialDocument.objects.visible_to(request.actor)
    found = DecisionPart.objects.filter(decision__document__in=visible).select_related("decision__document", "body")
    return get_object_or_404(found, pk=pk)


@login_required
@require_http_methods(["GET", "POST"])
def decide(request: StaffRequest, pk: int) -> HttpResponse:
    """One screen on a phone: what it is, what the leader says, who does it until when."""
    document = _document(request, pk)
    can = abilities_for(request.actor, document)
    if not can.decide and not can.enter_decision:
        refused = NotAllowed(_("Chỉ lãnh đạo của cơ quan được cho ý kiến về văn bản này."))
        return answer_refusal(request, refused, document_url(document))
    form = DecisionForm(request.actor, document, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            decide_document(
                request.actor,
                document,
                kind=form.cleaned_data["kind"],
                opinion=form.cleaned_data["opinion"],
                instructions=form.instructions(),
                spoken=form.spoken,
            )
            if form.cleaned_data["keep"] and form.cleaned_data["opinion"].strip():
                add_phrase(request.actor, text=form.cleaned_data["opinion"])
        except NotAllowed as refused:
            return answer_refusal(request, refused, document_url(document))
        except Refused as refused:
            refuse(form, refused)
        else:
            messages.success(request, _("Đã chuyển xử lý."))
            return redirect(document_url(document))
    context = {
        "thing": document,
        "document": document,
        "form": form,
        "units": form.units,
        "phrases": offered_phrases(document.office),
        "own_phrases": Phrase.objects.filter(office=document.office),
        "files": list(document.files.all()),
        "decision": current_decision(document),
    }
    return render(request, "registry/decide.html", context)


@login_required
@require_POST
def forget_phrase(request: StaffRequest, pk: int) -> HttpResponse:
    phrase = get_object_or_404(Phrase.objects.filter(office=request.actor.office), pk=pk)
    return act_and_return(
        request, lambda: remove_phrase(request.actor, phrase), _("Đã bỏ mẫu ý kiến."), reverse("registry:documents")
    )


@login_required
@require_GET
def handle(request: StaffRequest, pk: int) -> HttpResponse:
    """What the decision asks, and the steps of the unit that reads this."""
    document = _document(request, pk)
    own = own_parts(request.actor, document)
    can = abilities_for(request.actor, document)
    lines = [
        {"part": part, "head": can.handle and is_head(request.actor, part), "people": colleagues(part.body)}
        | {"mine": can.handle and (is_head(request.actor, part) or part.handler_id == request.actor.own_position.pk)}
        for part in own
    ]
    decision = current_decision(document)
    context = {"thing": document, "document": document, "decision": decision, "parts": parts_of(decision)}
    return render(request, "registry/handle.html", context | {"lines": lines, "can": can})


def _after(request: StaffRequest, document: OfficialDocument, act: Callable[[], object], sentence: str) -> HttpResponse:
    fallback = reverse("registry:handle", args=[document.pk])
    try:
        act()
    except Refused as refused:
        return answer_refusal(request, refused, fallback)
    return after_act(request, sentence, fallback)


@login_required
@require_POST
def assign(request: StaffRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    require(is_head(request.actor, part))

    def act() -> None:
        handler = colleagues(part.body).filter(pk=_number(request.POST.get("handler", ""))).first()
        if handler is None:
            raise Refused(_("Hãy chọn người giải quyết trong đơn vị."))
        assign_handler(request.actor, part, handler=handler, due=typed_day(request.POST.get("due", "")))

    return _after(request, part.decision.document, act, _("Đã phân công."))


@login_required
@require_POST
def propose(request: StaffRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    text = request.POST.get("text", "")
    sentence = _("Đã lưu ý kiến đề xuất.")
    return _after(request, part.decision.document, lambda: propose_answer(request.actor, part, text=text), sentence)


@login_required
@require_POST
def finish(request: StaffRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    sentence = _("Đã báo giải quyết xong.")
    return _after(request, part.decision.document, lambda: finish_part(request.actor, part), sentence)


@login_required
@require_POST
def note(request: StaffRequest, pk: int) -> HttpResponse:
    part = _part(request, pk)
    sentence = _("Đã ghi: đơn vị đã biết.")
    return _after(request, part.decision.document, lambda: note_document(request.actor, part), sentence)


@login_required
@require_POST
def answer(request: StaffRequest, pk: int) -> HttpResponse:
    """The reply is named by its number, as people speak of it."""
    document = _document(request, pk)
    require(abilities_for(request.actor, document).answer)
    number = request.POST.get("number", "")

    def act() -> None:
        found = list(known_documents(number, document.office).filter(direction=Direction.OUTGOING)[:2])
        if len(found) != 1:
            raise Refused(
                _("Chưa có văn bản đi số “%(n)s” trong sổ. Hãy đăng ký văn bản đi rồi ghi lại.") % {"n": number}
                if not found
                else _("Có nhiều văn bản đi cùng số “%(n)s”. Hãy ghi cả ký hiệu.") % {"n": number}
            )
        answer_document(request.actor, document, answer=found[0])

    return _after(request, document, act, _("Đã ghi văn bản trả lời."))


@login_required
@require_GET
def slip(request: StaffRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    context = {"thing": document, "document": document, "slip": slip_of(document), "blank_lines": range(BLANK_LINES)}
    return render(request, "registry/slip.html", context)


@login_required
@require_GET
def slip_file(request: StaffRequest, pk: int) -> HttpResponse:
    document = _document(request, pk)
    name = f"phieu-giai-quyet-{document.register_number or document.pk}.docx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    with site_language():  # the slip is in Vietnamese, whoever asks for the file
        return HttpResponse(as_word(slip_of(document)), content_type=_WORD, headers=headers)


def _number(value: str) -> int:
    return whole(value, digits=9) or 0
