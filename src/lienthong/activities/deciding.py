"""What the steps of an event have in common, and the words that an approval is about."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities import items
from lienthong.activities.models import OfficeEvent
from lienthong.activities.workflow import EVENT
from lienthong.core.hashing import sha256_of
from lienthong.organisations.service import Actor, after_step

#: What people who mean to come arrange themselves by.
_APPOINTED = ("starts_at", "ends_at", "place", "link")
_WORDS = ("title", "about", "audience", "place", "link", "capacity", "programme")


def words_of(event: OfficeEvent) -> dict[str, Any]:
    """Everything that the public reads of an event, in plain values."""
    said = {name: getattr(event, name) for name in _WORDS}
    times = {name: timezone.localtime(getattr(event, name)).isoformat() for name in ("starts_at", "ends_at")}
    return said | times | {"kind": str(event.kind)}


def owes_word(event: OfficeEvent, before: Mapping[str, Any] | None) -> bool:
    """True when somebody left a contact to be told of changes, and when or where it is held is not as ``before``; None
    where it is not held at all.
    """
    asked = event.registrations.exclude(registrant=None).exclude(registrant__contact="").exists()
    return asked and (before is None or any(before[name] != event.published[name] for name in _APPOINTED))


def hash_of(words: dict[str, Any]) -> str:
    return sha256_of(words)


def moved(actor: Actor, event: OfficeEvent, act: str, right: str, *, reason: str = "") -> OfficeEvent:
    """The event in its state after ``act``, not saved, once right and state allow it; what waited is settled."""
    event = OfficeEvent.objects.select_for_update().get(pk=event.pk)
    event.state = after_step(
        actor, event, EVENT, act, right, unseen=_("Sự kiện này của cơ quan khác."),
        refused=_("Lãnh đạo, điều phối của cơ quan không sửa sự kiện này mới duyệt, trả lại hoặc hủy."),
    )  # fmt: skip
    event.reason = reason
    items.settle(event)
    return event
