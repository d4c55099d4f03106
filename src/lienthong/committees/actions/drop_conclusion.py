"""Take a conclusion out of minutes that are not passed yet."""

from django.db import transaction

from lienthong.audit.service import record
from lienthong.committees import events
from lienthong.committees.models import Conclusion, Meeting
from lienthong.committees.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def drop_conclusion(actor: Actor, conclusion: Conclusion) -> None:
    meeting = Meeting.objects.select_for_update().get(pk=conclusion.meeting_id)
    begin(actor, meeting, "write", "write")
    record(events.CONCLUSION_DROPPED, meeting, by=actor.stamp, text=str(conclusion))
    conclusion.delete()
