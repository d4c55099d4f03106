"""Give visits of teams as evidence: their sheet closes an occurrence of the plan, or proves the share, once."""

from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities import events
from lienthong.activities.models import TeamVisit
from lienthong.activities.paper import visits_sheet
from lienthong.activities.permissions import may_prove
from lienthong.activities.visiting import sentence_about
from lienthong.audit.service import record
from lienthong.core.language import site_language
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.plans.service import Occurrence, Proof, Share, Work, record_work

#: A sheet is read by people; more visits than these are given in parts.
MOST_VISITS = 200


@transaction.atomic
def prove_visits(
    actor: Actor, visits: Iterable[TeamVisit], *, share: Share, occurrence: Occurrence | None = None
) -> Work:
    """Refused as a whole when the plan does not take it or one of the visits is evidence already.

    The sheet holds the numbers of this moment; from now on they stand as minutes do.
    """
    if not may_prove(actor, share):
        raise NotAllowed(_("Chỉ đơn vị được giao dùng lượt đi thôn làm minh chứng cho phần việc của mình."))
    asked = {visit.pk for visit in visits}
    seen = TeamVisit.objects.visible_to(actor).filter(pk__in=asked)
    found = list(TeamVisit.objects.select_for_update().filter(pk__in=seen).order_by("day", "pk"))
    if not found:
        raise Refused(_("Hãy chọn ít nhất một lượt đi thôn."), field="visits")
    if len(found) > MOST_VISITS:
        raise Refused(_("Một lần dùng nhiều nhất 200 lượt đi. Hãy chia theo thời gian."), field="visits")
    if len(found) != len(asked) or any(visit.work_id for visit in found):
        raise Refused(
            _("Có lượt đi đã là minh chứng rồi hoặc không còn. Hãy xem lại danh sách dưới đây."), field="visits"
        )
    with site_language():
        title = sentence_about(found)
        sheet = ContentFile(visits_sheet(actor.own_office, found, title), name=_("luot-di-thon.pdf"))
    work = record_work(
        actor, title=title, done_on=found[-1].day, proofs=[Proof(file=sheet, note=title)],
        shares=[] if occurrence else [share], occurrences=[occurrence] if occurrence else [],
    )  # fmt: skip
    for visit in found:
        visit.work = work
        visit.save(update_fields=["work"])
        record(events.VISITS_GIVEN, visit, by=actor.stamp, date=f"{visit.day:%d/%m/%Y}", title=title)
    return work
