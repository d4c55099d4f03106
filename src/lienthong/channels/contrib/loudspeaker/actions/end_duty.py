"""Take a person off the duty list from tomorrow on."""

from django.db import transaction
from django.utils import timezone

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events
from lienthong.channels.contrib.loudspeaker.models import DutyTurn
from lienthong.channels.contrib.loudspeaker.permissions import require_run
from lienthong.organisations.service import Actor


@transaction.atomic
def end_duty(actor: Actor, turn: DutyTurn) -> None:
    """A turn that has not begun is taken away; who served until today stays in the list of the past."""
    require_run(actor, turn.station)
    today = timezone.localdate()
    record(events.DUTY_ENDED, turn, by=actor.stamp, who=str(turn.position))
    if turn.valid_from is not None and turn.valid_from > today:
        turn.delete()
    elif turn.valid_to is None or turn.valid_to > today:
        turn.valid_to = today
        turn.save(update_fields=["valid_to"])
