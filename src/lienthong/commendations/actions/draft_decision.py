"""Begin the decision that commends as a draft."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.commendations import events
from lienthong.commendations.models import Nomination
from lienthong.commendations.permissions import begin
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.drafting.service import Draft, begin_draft
from lienthong.organisations.service import Actor


@transaction.atomic
def draft_decision(actor: Actor, nomination: Nomination) -> Draft:
    """It is a draft like any other from here: approved, numbered and issued in its own room."""
    nomination = begin(actor, nomination, "record")
    if nomination.draft is not None or nomination.document is not None:
        raise Refused(_("Quyết định biểu dương đã được soạn."))
    with site_language():
        words = {"kind": nomination.get_kind_display().lower(), "title": nomination.title}
        draft = begin_draft(actor, type="quyết định", subject=_("Về việc biểu dương %(kind)s “%(title)s”") % words)
    nomination.draft = draft
    nomination.save(update_fields=["draft"])
    record(events.DRAFT_BEGUN, nomination, by=actor.stamp)
    return draft
