"""Take a phrase off the list of the office."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Actor, Role
from lienthong.registry import events
from lienthong.registry.models import Phrase


def remove_phrase(actor: Actor, phrase: Phrase) -> None:
    if not actor.in_office(phrase.office_id) or not actor.is_(Role.LEADER, Role.CLERK):
        raise NotAllowed(_("Chỉ lãnh đạo và văn thư giữ mẫu ý kiến của cơ quan."))
    with transaction.atomic():
        record(events.PHRASE_REMOVED, phrase.office, by=actor.stamp)
        phrase.delete()
