"""Take a submitted version, or one that was approved for a day to come, back to mend it."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor
from lienthong.procedures import events
from lienthong.procedures.deciding import AnyVersion, begin, locked


@transaction.atomic
def withdraw_version(actor: Actor, version: AnyVersion) -> AnyVersion:
    version = locked(version)
    if version.about.versions.under_way().exclude(pk=version.pk).exists():
        raise Refused(_("Đang có bản mới hơn chưa duyệt. Hãy làm xong bản đó trước."))
    version.state = begin(actor, version, "withdraw", "withdraw")
    # An approval is for what becomes public; the next one is given anew.
    version.approved_by, version.approved_at, version.hash = None, None, ""
    version.save(update_fields=["state", "approved_by", "approved_at", "hash"])
    record(events.WITHDRAWN, version.about, by=actor.stamp)
    return version
