"""Who may do what with case files and exports. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.casefiles.models import CaseExport, CaseFile, Subject
from lienthong.casefiles.queries import CASE_READERS, FILERS
from lienthong.casefiles.workflow import CASE_FILE
from lienthong.core.refusals import NotAllowed
from lienthong.organisations.service import Abilities, Actor, Role, abilities_for, register_abilities

#: Positions that read all the papers of their office, so that what they freeze is the whole list.
CLOSERS = (Role.CLERK, Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class CaseFileAbilities(Abilities):
    """``change`` its data and pieces; ``close`` and ``reopen``; ``hand_over`` to the archive, with its ``papers``;
    ``compare`` what was frozen with what is now.
    """

    change: bool = False
    close: bool = False
    reopen: bool = False
    hand_over: bool = False
    papers: bool = False
    compare: bool = False


@dataclass(frozen=True, slots=True)
class CaseExportAbilities(Abilities):
    """An export is fetched by who asked for it."""


def case_file_abilities(actor: Actor, case: CaseFile) -> CaseFileAbilities:
    if not CaseFile.objects.visible_to(actor).filter(pk=case.pk).exists():
        return CaseFileAbilities()
    files, closes = actor.is_(*FILERS), actor.is_(*CLOSERS)
    state = case.state
    return CaseFileAbilities(
        see=True,
        change=files and CASE_FILE.allows(state, "change"),
        close=closes and CASE_FILE.allows(state, "close"),
        reopen=closes and CASE_FILE.allows(state, "reopen"),
        hand_over=closes and CASE_FILE.allows(state, "hand_over"),
        papers=closes and state != CaseFile.State.OPEN,
        compare=closes and case.frozen is not None,
    )


def case_export_abilities(actor: Actor, export: CaseExport) -> CaseExportAbilities:
    return CaseExportAbilities(see=CaseExport.objects.visible_to(actor).filter(pk=export.pk).exists())


def may_gather(actor: Actor, subject: Subject) -> bool:
    """Whoever may read case files and sees ``subject`` sees what stands behind it, as far as he may see that."""
    return actor.is_(*CASE_READERS) and abilities_for(actor, subject).see


def may_open(actor: Actor, subject: Subject) -> bool:
    """Who does the work opens its case file (Nghị định 30/2020/NĐ-CP, Điều 29.2), in his own office."""
    return actor.is_(*FILERS) and actor.in_office(subject.office_id) and may_gather(actor, subject)


def begin(actor: Actor, case: CaseFile, act: str, sentence: str = "") -> str:
    """The state after ``act``, once right and state allow it; the row is locked by the caller."""
    if not abilities_for(actor, case).see:
        raise NotAllowed(_("Bạn không được xem hồ sơ này."))
    if not actor.is_(*(FILERS if act == "change" else CLOSERS)):
        raise NotAllowed(sentence or _("Vị trí công tác của bạn không được làm bước này."))
    return CASE_FILE.move(case.state, act)


register_abilities(CaseFile, case_file_abilities)
register_abilities(CaseExport, case_export_abilities)
