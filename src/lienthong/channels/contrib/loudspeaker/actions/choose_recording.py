"""Give an issue of a column its approved recording."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.channels.contrib.loudspeaker import events, items, sounds
from lienthong.channels.contrib.loudspeaker.changing import check_and_renew
from lienthong.channels.contrib.loudspeaker.models import ColumnIssue
from lienthong.channels.contrib.loudspeaker.permissions import require_work
from lienthong.channels.contrib.loudspeaker.scheduling import hold
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.speech.service import Recording


@transaction.atomic
def choose_recording(actor: Actor, issue: ColumnIssue, recording: Recording) -> ColumnIssue:
    """Only what somebody heard and approved, of this office, not longer than the column has promised."""
    hold(issue.column.station)
    issue = ColumnIssue.objects.select_for_update(of=("self",)).select_related("column__station").get(pk=issue.pk)
    station = issue.column.station
    require_work(actor, station)
    sound = sounds.of_recording(recording)
    if recording.script.office_id != station.office_id or sound is None:
        raise Refused(_("Hãy chọn một bản thu đã được nghe và duyệt của cơ quan."), field="recording")
    if sound.seconds > issue.column.seconds:
        words = {"sound": sound.seconds, "column": issue.column.seconds}
        raise Refused(
            _("Bản thu dài %(sound)d giây, chuyên mục có %(column)d giây. Hãy rút ngắn lời rồi thu lại.") % words,
            field="recording",
        )
    if issue.airings.filter(rerun=0, begins__lte=timezone.now()).exclude(sha256="").exists():
        raise Refused(_("Số này đã phát. Bản thu của nó không đổi được nữa."))
    issue.recording, issue.chosen_by, issue.chosen_at = recording, actor.own_position, timezone.now()
    issue.save(update_fields=["recording", "chosen_by", "chosen_at"])
    items.issue_is_filled(issue)
    check_and_renew(station)
    record(events.RECORDING_CHOSEN, issue, by=actor.stamp, number=issue.number, hash=sound.sha256[:12])
    return issue
