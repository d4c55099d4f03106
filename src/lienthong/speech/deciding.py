"""What approving, returning and withdrawing a recording have in common."""

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.speech import items
from lienthong.speech.models import Recording
from lienthong.speech.permissions import recording_abilities
from lienthong.speech.workflow import RECORDING


def required(reason: str) -> str:
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do, để người làm biết sửa gì."), field="reason")
    return reason.strip()


def moved(actor: Actor, recording: Recording, act: str, ability: str, *, reason: str = "") -> Recording:
    """The recording after ``act``, once right and state allow it; what waited about it is settled. In a transaction."""
    recording = Recording.objects.select_for_update().get(pk=recording.pk)
    if not recording_abilities(actor, recording).see:
        raise NotAllowed(_("Bản thu này của cơ quan khác."))
    state = RECORDING.move(recording.state, act)
    if not getattr(recording_abilities(actor, recording), ability):
        raise NotAllowed(_("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp không viết và không thu bản này mới duyệt."))
    recording.state, recording.reason = state, reason
    if act != "withdraw":
        recording.decided_by, recording.decided_at = actor.position, timezone.now()
    recording.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    items.settle(recording)
    return recording
