"""What shows a procedure to be out of date: too long not looked at, a law that was replaced, a link that is dead."""

import re
from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.procedures.models import LinkCheck, Posting, Procedure, ProcedureVersion, ReplacedLaw

_NUMBER = re.compile(r"\d+(?:/\d{4})?/[A-ZĐ][\w-]*")


def faults_of(procedures: Iterable[Procedure]) -> dict[Procedure, list[str]]:
    """Sentences for each public procedure of one office that has any, in the language of the moment."""
    public = [procedure for procedure in procedures if procedure.current is not None]
    if not public:
        return {}
    today = timezone.localdate()
    laws = {
        law.number.casefold(): law for law in ReplacedLaw.objects.of_office(public[0].office_id) if law.since <= today
    }
    links = {check.procedure_id: check for check in _dead_links(public)}
    found = {}
    for procedure in public:
        assert procedure.current is not None
        faults = [*_unchecked(procedure, today), *_replaced(procedure.current, laws), *_dead(links.get(procedure.pk))]
        if faults:
            found[procedure] = faults
    return found


def _dead_links(public: list[Procedure]) -> list[LinkCheck]:
    """Where no server answers to any link it is this machine's line that is down, and no link is dead for that."""
    asked = LinkCheck.objects.filter(procedure__in=public).exclude(checked_at=None)
    reached = any(check.status for check in asked)
    return [check for check in asked if check.fault and reached]


def _unchecked(procedure: Procedure, today: date) -> list[str]:
    days = (today - procedure.checked_on).days if procedure.checked_on else 0
    if days <= settings.LIENTHONG_PROCEDURE_CHECK_DAYS:
        return []
    return [_("%(days)d ngày chưa rà soát.") % {"days": days}]


def _replaced(version: ProcedureVersion, laws: dict[str, ReplacedLaw]) -> list[str]:
    cited = dict.fromkeys(number.casefold() for number in _NUMBER.findall(version.legal_basis))
    return [
        _("Căn cứ %(old)s đã được thay bằng %(new)s từ %(day)s.")
        % {"old": law.number, "new": law.replaced_by, "day": f"{law.since:%d/%m/%Y}"}
        for number in cited
        if (law := laws.get(number)) is not None
    ]


def _dead(check: LinkCheck | None) -> list[str]:
    return [_("Đường dẫn nộp trực tuyến không mở được. %(fault)s") % {"fault": check.fault}] if check else []


def posting_faults(procedures: Iterable[Procedure]) -> dict[Procedure, list[str]]:
    """What is wrong with the sheet at the office; nothing for what is not public. One query however many there are."""
    public = [procedure for procedure in procedures if procedure.current_id is not None]
    last: dict[int, ProcedureVersion] = {}
    for posting in Posting.objects.filter(version__procedure__in=public).select_related("version"):
        last.setdefault(posting.version.procedure_id, posting.version)
    return {procedure: faults for procedure in public if (faults := _posted(procedure, last.get(procedure.pk)))}


def _posted(procedure: Procedure, last: ProcedureVersion | None) -> list[str]:
    if last is None:
        return [_("Chưa ghi nhận niêm yết tại trụ sở.")]
    if last.pk != procedure.current_id:
        return [_("Tờ niêm yết tại trụ sở là bản %(number)d, đã cũ.") % {"number": last.number}]
    return []


def all_faults_of(procedures: Iterable[Procedure]) -> dict[Procedure, list[str]]:
    """What the desk looks at: words that are out of date, and the sheet on the wall."""
    listed = list(procedures)
    words, wall = faults_of(listed), posting_faults(listed)
    found = ((each, words.get(each, []) + wall.get(each, [])) for each in listed)
    return {procedure: faults for procedure, faults in found if faults}
