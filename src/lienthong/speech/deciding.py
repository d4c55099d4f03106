"""What approving, returning and withdrawing a recording have in common."""

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core import refusals
from lienthong.organisations.service import Actor, after_step
from lienthong.speech import items
from lienthong.speech.models import Recording
from lienthong.speech.workflow import RECORDING


def required(reason: str) -> str:
    return refusals.required(reason, _("Hãy ghi lý do, để người làm biết sửa gì."))


def moved(actor: Actor, recording: Recording, act: str, ability: str, *, reason: str = "") -> Recording:
    """The recording after ``act``, once right and state allow it; what waited about it is settled. In a transaction."""
    recording = Recording.objects.select_for_update().get(pk=recording.pk)
    state = after_step(
        actor, recording, RECORDING, act, ability, unseen=_("Bản thu này của cơ quan khác."),
        refused=_("Lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp không viết và không thu bản này mới duyệt."),
    )  # fmt: skip
    recording.state, recording.reason = state, reason
    if act != "withdraw":
        recording.decided_by, recording.decided_at = actor.position, timezone.now()
    recording.save(update_fields=["state", "reason", "decided_by", "decided_at"])
    items.settle(recording)
    return recording
