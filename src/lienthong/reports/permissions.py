"""Who may do what with reports and obligations. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.organisations.service import Abilities, Actor, Role, register_abilities
from lienthong.reports.models import Obligation, Report
from lienthong.reports.queries import REPORT_READERS

#: Positions that make the reports of their office.
MAKERS = (Role.COORDINATOR, Role.LEADER)


@dataclass(frozen=True, slots=True)
class ReportAbilities(Abilities):
    write: bool = False
    freeze: bool = False


@dataclass(frozen=True, slots=True)
class ObligationAbilities(Abilities):
    change: bool = False
    report: bool = False


def report_abilities(actor: Actor, report: Report) -> ReportAbilities:
    if actor.is_(*REPORT_READERS) and actor.in_office(report.office_id):
        makes = actor.is_(*MAKERS) and report.state == Report.State.DRAFT
        return ReportAbilities(see=True, write=makes, freeze=makes)
    if actor.is_(Role.SUPERVISOR) and actor.body is not None and report.state == Report.State.FROZEN:
        return ReportAbilities(see=report.office.path.startswith(actor.body.path))
    return ReportAbilities()


def obligation_abilities(actor: Actor, obligation: Obligation) -> ObligationAbilities:
    if not (actor.is_(*REPORT_READERS) and actor.in_office(obligation.office_id)):
        return ObligationAbilities()
    makes = actor.is_(*MAKERS)
    return ObligationAbilities(see=True, change=makes, report=makes)


def may_make_reports(actor: Actor) -> bool:
    """A coordinator or leader of an office makes its reports and keeps its obligations."""
    return actor.is_(*MAKERS) and actor.office is not None


register_abilities(Report, report_abilities)
register_abilities(Obligation, obligation_abilities)
