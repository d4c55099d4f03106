"""Fill in the sheet of a session: who of the list was there. Filled in again it corrects, and the log keeps both."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.training import events, items
from lienthong.training.models import Nominee, Presence, TrainingSession
from lienthong.training.permissions import moved
from lienthong.training.results import follow_rule, seen_of


@transaction.atomic
def tick_session(
    actor: Actor, session: TrainingSession, *, present: Iterable[Nominee], seen: str = ""
) -> TrainingSession:
    """``present`` are on the list. ``seen`` is when the sheet that was open had been filled in last (ISO), if ever."""
    training = moved(actor, session.training, "tick", "tick")
    session = TrainingSession.objects.select_for_update().get(pk=session.pk)
    if session.starts_at > timezone.now():
        raise Refused(_("Buổi này chưa bắt đầu."))
    if seen != seen_of(session):
        raise Refused(_("Người khác vừa điểm danh buổi này. Hãy xem lại dấu tích dưới đây rồi lưu."))
    listed = {one.pk: one for one in training.nominees.on_list()}
    there = {one.pk for one in present}
    if not there <= set(listed):
        raise Refused(_("Chỉ điểm danh người trong danh sách của lớp."))
    before = set(session.presences.values_list("nominee", flat=True))
    session.presences.exclude(nominee__in=there).delete()
    Presence.objects.bulk_create(Presence(session=session, nominee_id=pk) for pk in sorted(there - before))
    corrects = session.ticked_at is not None
    session.ticked_by, session.ticked_at = actor.own_position, timezone.now()
    session.save(update_fields=["ticked_by", "ticked_at"])
    for nominee in listed.values():
        items.release_person(nominee)
    follow_rule(training)
    if corrects:
        added, removed = (_numbers(listed, pks) for pks in (there - before, before - there))
        record(events.CORRECTED, training, by=actor.stamp, session=str(session), added=added, removed=removed)
    else:
        record(events.TICKED, training, by=actor.stamp, session=str(session), count=len(there))
    return session


def _numbers(listed: dict[int, Nominee], pks: set[int]) -> str:
    numbers = sorted(listed[pk].number or 0 for pk in pks if pk in listed)
    return ", ".join(map(str, numbers)) or "0"
