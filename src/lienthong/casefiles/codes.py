"""The number of a case file (*số và ký hiệu hồ sơ*): proposed, and never given twice in a year."""

from django.utils.translation import gettext as _

from lienthong.casefiles.models import CaseFile
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Actor


def proposed_notation(actor: Actor, year: int) -> str:
    """ "03.VHXH": the next number of the office in that year and the symbol of the unit that does the work."""
    count = CaseFile.objects.filter(office=actor.own_office, year=year).count()
    symbol = actor.own_position.body.symbol or actor.own_office.symbol or "HS"
    taken = set(CaseFile.objects.filter(office=actor.own_office, year=year).values_list("notation", flat=True))
    number = count + 1
    while f"{number:02d}.{symbol}"[:20] in taken:
        number += 1
    return f"{number:02d}.{symbol}"[:20]


def refuse_used_code(case: CaseFile) -> None:
    same = CaseFile.objects.filter(office=case.office, year=case.year, notation=case.notation).exclude(pk=case.pk)
    if same.exists():
        words = {"notation": case.notation, "year": case.year}
        sentence = _("Số và ký hiệu %(notation)s đã dùng cho hồ sơ khác năm %(year)d. Hãy ghi số khác.") % words
        raise Refused(sentence, field="notation")
