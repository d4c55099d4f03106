"""Write what is to be read aloud."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.speech import events
from lienthong.speech.models import Script
from lienthong.speech.permissions import may_write, script_abilities


@transaction.atomic
def write_script(actor: Actor, script: Script | None, *, title: str, text: str, seen: int = 1) -> Script:
    """A new script when ``script`` is None; ``seen`` is the version that the person had before him."""
    if not (script_abilities(actor, script).write if script else may_write(actor)):
        raise NotAllowed(_("Chỉ người của cơ quan viết lời bản tin của cơ quan."))
    if not title.strip():
        raise Refused(_("Hãy ghi tên bản tin."), field="title")
    if not text.strip():
        raise Refused(_("Hãy viết lời bản tin."), field="text")
    if script is None:
        script = Script(office=actor.own_office, created_by=actor.own_position, version=0)
    else:
        script = Script.objects.select_for_update().get(pk=script.pk)
        if script.version != seen:
            raise Refused(_("Người khác vừa sửa lời bản tin này. Lời bạn gõ vẫn còn dưới đây; hãy so rồi lưu lại."))
    script.title, script.text = title.strip(), text.replace("\r\n", "\n").strip()
    script.last_editor, script.changed_at, script.version = actor.own_position, timezone.now(), script.version + 1
    script.save()
    record(events.WRITTEN, script, by=actor.stamp, title=script.title)
    return script
