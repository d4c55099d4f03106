"""The leader gives an opinion on a document and sends it on; the clerk may enter one given on paper or by phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.inbox.service import WorkItem
from lienthong.organisations.service import Actor, Body, Position, Role, abilities_for
from lienthong.registry import events
from lienthong.registry.decision.parts import assignable_bodies, current_decision, open_work, parts_of, tell_if_urgent
from lienthong.registry.desk import settle
from lienthong.registry.granting import grant_access
from lienthong.registry.models import Decision, DecisionPart, OfficialDocument
from lienthong.registry.workflow import DOCUMENT


@dataclass(frozen=True, slots=True)
class Instruction:
    """What is asked of one body: ``part`` is a value of :class:`DecisionPart.Part`, each with its own deadline."""

    body: Body
    part: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """An opinion that a leader gave off the screen: who, how, on which day."""

    leader: Position
    medium: str
    on: date


def decide_document(
    actor: Actor,
    document: OfficialDocument,
    *,
    kind: str,
    opinion: str = "",
    instructions: Sequence[Instruction] = (),
    spoken: Spoken | None = None,
) -> Decision:
    """Decide on ``document`` (ND30 Điều 23.2). ``kind`` is a value of :class:`Decision.Kind`.

    A decision replaces the one before it, which stays in the record; a unit that is named again in the same part keeps
    its handler, its proposal and, with an unchanged deadline, that it is done. ``spoken`` is for the clerk.
    """
    _require_right(actor, document, spoken)
    day = spoken.on if spoken else timezone.localdate()
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=document.pk)
        asked = _checked(document, kind, instructions, day)
        document.state = DOCUMENT.move(document.state, f"decide_{kind}")
        before = {part.body_id: part for part in parts_of(current_decision(document))}
        decision = Decision.objects.create(
            document=document,
            kind=kind,
            opinion=opinion.strip(),
            decided_by=spoken.leader if spoken else actor.own_position,
            decided_on=day,
            medium=spoken.medium if spoken else Decision.Medium.SCREEN,
            entered_by=actor.own_position,
        )
        for instruction in asked:
            _store(decision, instruction, before.get(instruction.body.pk))
            grant_access(document, instruction.body)
        lead = next((one for one in asked if one.part == DecisionPart.Part.LEAD), None)
        document.due = (lead.due if lead else None) or document.due
        document.save(update_fields=["state", "due"])
        settle(document, WorkItem.Kind.DECIDE)
        open_work(document)
        for part in parts_of(decision):
            tell_if_urgent(part)
        _record(actor, document, decision)
    return decision


def _require_right(actor: Actor, document: OfficialDocument, spoken: Spoken | None) -> None:
    abilities = abilities_for(actor, document)
    if spoken is None:
        if not abilities.decide:
            raise NotAllowed(_("Chỉ lãnh đạo của cơ quan được cho ý kiến về văn bản này."))
        return
    if not abilities.enter_decision:
        raise NotAllowed(_("Chỉ văn thư của cơ quan được nhập ý kiến của lãnh đạo."))
    leader = spoken.leader
    if leader.role != Role.LEADER or leader.body.office_id != document.office_id or not leader.valid_on(spoken.on):
        raise Refused(_("Hãy chọn lãnh đạo của cơ quan đã cho ý kiến."), field="leader")
    if spoken.medium not in (Decision.Medium.PAPER, Decision.Medium.PHONE):
        raise Refused(_("Hãy chọn ý kiến ghi trên giấy hay nói qua điện thoại."), field="medium")
    if spoken.on > timezone.localdate():
        raise Refused(_("Ngày cho ý kiến chưa đến. Hãy xem lại."), field="on")


def _checked(
    document: OfficialDocument, kind: str, instructions: Sequence[Instruction], day: date
) -> list[Instruction]:
    if kind not in Decision.Kind.values:
        raise Refused(_("Hãy chọn giao giải quyết, để biết hoặc lưu."), field="kind")
    if kind == Decision.Kind.FILE:
        return []
    if kind == Decision.Kind.NOTE:
        asked = [Instruction(one.body, DecisionPart.Part.NOTE) for one in instructions]
    else:
        asked = list(instructions)
        leads = sum(one.part == DecisionPart.Part.LEAD for one in asked)
        if leads != 1:
            raise Refused(_("Hãy chọn một đơn vị chủ trì (Nghị định 30/2020/NĐ-CP, Điều 23)."), field="lead")
    if len({one.body.pk for one in asked}) != len(asked):
        raise Refused(_("Một đơn vị chỉ có một vai: chủ trì hoặc phối hợp."), field="support")
    reachable = set(assignable_bodies(document.office).values_list("pk", flat=True))
    if any(one.body.pk not in reachable for one in asked):
        raise Refused(_("Có đơn vị không thuộc cơ quan này. Hãy chọn lại."), field="lead")
    if any(one.due is not None and one.due < day for one in asked):
        raise Refused(_("Thời hạn phải từ ngày cho ý kiến trở đi."), field="due")
    return asked


def _store(decision: Decision, asked: Instruction, before: DecisionPart | None) -> None:
    part = DecisionPart(decision=decision, body=asked.body, part=asked.part, due=asked.due)
    if before is not None and before.part == asked.part:
        for name in ("handler", "handler_due", "handler_set_on", "proposal", "proposed_on"):
            setattr(part, name, getattr(before, name))
        part.done_on = before.done_on if before.due == asked.due else None
    part.save()


def _record(actor: Actor, document: OfficialDocument, decision: Decision) -> None:
    kind = str(decision.get_kind_display())
    if decision.medium == Decision.Medium.SCREEN:
        record(events.DECIDED, document, by=actor.stamp, outcome=kind)
        return
    leader, medium = str(decision.decided_by), str(decision.get_medium_display())
    record(events.DECISION_ENTERED, document, by=actor.stamp, outcome=kind, leader=leader, medium=medium)
