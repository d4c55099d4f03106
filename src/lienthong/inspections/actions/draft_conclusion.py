"""Draft the document that concludes an inspection: a notice of the conclusion, or a report of the result."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.drafting.service import Draft, begin_draft, write_section
from lienthong.inspections import events
from lienthong.inspections.concluding import findings_text
from lienthong.inspections.models import Inspection
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def draft_conclusion(actor: Actor, inspection: Inspection, *, type: str) -> Draft:
    """``type`` is "thông báo" or "báo cáo". From here it is a draft like any other; once issued it closes this."""
    found = begin(actor, inspection, "follow")
    if found.conclusion is not None:
        raise Refused(_("Văn bản kết luận đã được soạn."))
    with site_language():
        subjects = {
            "thông báo": _("Kết luận kiểm tra: %(title)s"),
            "báo cáo": _("Kết quả kiểm tra: %(title)s"),
        }
        if type not in subjects:
            raise Refused(_("Hãy chọn thông báo kết luận hoặc báo cáo kết quả."))
        draft = begin_draft(actor, type=type, subject=subjects[type] % {"title": found.title})
        section = draft.sections.all()[0]
        write_section(actor, section, values={"text": findings_text(found)}, seen=section.version)
    found.conclusion = draft
    found.save(update_fields=["conclusion"])
    record(events.DRAFTED, found, by=actor.stamp)
    return draft
