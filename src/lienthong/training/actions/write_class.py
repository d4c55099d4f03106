"""Prepare a class: what, when, who organises it, which units are asked for how many."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import kept
from lienthong.core.refusals import NotAllowed, Refused, required
from lienthong.organisations.service import Actor, Body, unit_of
from lienthong.plans.service import Occurrence, Share
from lienthong.registry.service import OfficialDocument
from lienthong.training import events, items
from lienthong.training.models import Invitation, TrainingClass
from lienthong.training.permissions import may_begin, may_prepare, moved
from lienthong.training.scheduling import read_sessions, set_sessions

_KEPT = ("seats", "nominate_by", "pass_percent", "form", "ordered_by")


@transaction.atomic
def write_class(
    actor: Actor, training: TrainingClass | None, *, values: dict[str, Any], asked: Mapping[Body, int], seen: int = 0,
    share: Share | None = None, occurrence: Occurrence | None = None,
) -> TrainingClass:  # fmt: skip
    """A new class when ``training`` is None. ``asked``: people by unit; ``seen`` counts the saves seen before.

    After it was opened, who was asked is told of a change; units may be added, and taken away until they answered.
    """
    if training is None:
        training = _begun(actor, occurrence.share if occurrence else share, occurrence)
    else:
        training = moved(actor, training, "write", "write")
        if training.edits != seen:
            raise Refused(_("Người khác vừa sửa lớp này. Lời bạn gõ vẫn còn dưới đây; hãy so rồi lưu lại."))
    _check(actor, values)
    slots = read_sessions(values["sessions"])
    if values["nominate_by"] > timezone.localdate(slots[0].starts_at):
        raise Refused(_("Hạn cử người không được sau buổi đầu tiên."), field="nominate_by")
    for name in ("title", "content", "organiser", "place", "link"):
        setattr(training, name, values.get(name, "").strip())
    for name in _KEPT:
        setattr(training, name, values.get(name))
    training.last_editor, training.edited_at, training.edits = actor.own_position, timezone.now(), training.edits + 1
    training.save()
    moved_hours = set_sessions(training, slots)
    _ask(actor, training, asked)
    record(events.WRITTEN, training, by=actor.stamp, title=training.title)
    if moved_hours and training.state != TrainingClass.State.PREPARING:
        _tell(training, actor)
    return training


def _begun(actor: Actor, share: Share | None, occurrence: Occurrence | None) -> TrainingClass:
    if not may_prepare(actor):
        raise NotAllowed(_("Bạn không lập lớp cho cơ quan này."))
    if share is not None and not may_begin(actor, share):
        raise NotAllowed(_("Chỉ đơn vị được giao lập lớp cho phần việc của mình."))
    body = share.body if share else unit_of(actor.own_position.body)
    return TrainingClass(office=actor.own_office, body=body, share=share, occurrence=occurrence, edits=0)


def _check(actor: Actor, values: dict[str, Any]) -> None:
    required(values.get("title", ""), _("Hãy ghi tên lớp."), "title")
    required(values.get("content", ""), _("Hãy ghi nội dung của lớp."), "content")
    form, place, link = values["form"], values.get("place", "").strip(), values.get("link", "").strip()
    if form != TrainingClass.Form.ONLINE and not place:
        raise Refused(_("Hãy ghi nơi học."), field="place")
    if form != TrainingClass.Form.IN_PERSON and not link.startswith("https://"):
        raise Refused(_("Hãy ghi đường liên kết học trực tuyến, bắt đầu bằng https://."), field="link")
    document = values.get("ordered_by")
    if document and not OfficialDocument.objects.visible_to(actor).filter(pk=document.pk).exists():
        raise Refused(_("Văn bản này không có trong sổ của cơ quan."), field="ordered_by")


def _ask(actor: Actor, training: TrainingClass, asked: Mapping[Body, int]) -> None:
    """The units that are asked, made what ``asked`` says."""
    if training.seats and sum(asked.values()) > training.seats:
        raise Refused(_("Tổng số người mời cử lớn hơn số chỗ của lớp."), field="seats")
    for invitation in training.invitations.select_related("body"):
        if invitation.body not in asked:
            if invitation.nominees.exists():
                raise Refused(_("%(unit)s đã cử người nên không bỏ khỏi lớp được.") % {"unit": invitation.body.label})
            items.unit_answered(invitation)
            invitation.delete()
    for body, number in asked.items():
        if not body.path.startswith(training.office.path):
            raise NotAllowed(_("Đơn vị này của cơ quan khác."))
        invitation, _made = Invitation.objects.update_or_create(
            training=training, body=body, defaults={"asked": number}
        )  # fmt: skip
        if training.state == TrainingClass.State.NOMINATING and invitation.answered_at is None:
            items.ask_unit(invitation, actor)


def _tell(training: TrainingClass, actor: Actor) -> None:
    sentence = kept("Lịch lớp thay đổi: %(title)s") % {"title": training.title}
    for nominee in training.nominees.active().select_related("position__body", "training__office"):
        items.tell_person(nominee, sentence)
        items.ask_person(nominee, actor)
    for invitation in training.invitations.select_related("body"):
        items.tell_unit(invitation, sentence)
