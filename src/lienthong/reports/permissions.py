"""Who may do what with reports and obligations. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import HEADS, Abilities, Actor, Role, abilities_for, heads_of, register_abilities
from lienthong.plans.service import ONLOOKERS
from lienthong.reports.models import FilledForm, Obligation, ProvidedForm, Report, UnitReport, UnitRequest
from lienthong.reports.queries import REPORT_READERS
from lienthong.reports.workflow import UNIT_REPORT

#: Positions that make the reports of their office.
MAKERS = (Role.COORDINATOR, Role.LEADER)
#: Which right each act of ``UNIT_REPORT`` needs.
RIGHT_FOR = {
    "write": "fill",
    "send": "send",
    "correct": "manage",
    "give_back": "manage",
    "merge": "manage",
    "urge": "manage",
}


@dataclass(frozen=True, slots=True)
class ReportAbilities(Abilities):
    """``ask``: units for what goes into it."""

    write: bool = False
    ask: bool = False
    freeze: bool = False


@dataclass(frozen=True, slots=True)
class UnitRequestAbilities(Abilities):
    manage: bool = False


@dataclass(frozen=True, slots=True)
class UnitReportAbilities(Abilities):
    """``fill`` it in, ``send`` it for its body, ``manage`` it for the office that asked."""

    fill: bool = False
    send: bool = False
    manage: bool = False


@dataclass(frozen=True, slots=True)
class ObligationAbilities(Abilities):
    change: bool = False
    report: bool = False


def report_abilities(actor: Actor, report: Report) -> ReportAbilities:
    if actor.is_(*REPORT_READERS) and actor.in_office(report.office_id):
        makes = actor.is_(*MAKERS) and report.state == Report.State.DRAFT
        return ReportAbilities(see=True, write=makes, ask=makes, freeze=makes)
    if actor.is_(Role.SUPERVISOR) and report.state == Report.State.FROZEN:
        return ReportAbilities(see=actor.supervises(report.office))
    return ReportAbilities()


def obligation_abilities(actor: Actor, obligation: Obligation) -> ObligationAbilities:
    if not (actor.is_(*REPORT_READERS) and actor.in_office(obligation.office_id)):
        return ObligationAbilities()
    makes = actor.is_(*MAKERS)
    return ObligationAbilities(see=True, change=makes, report=makes)


def unit_request_abilities(actor: Actor, request: UnitRequest) -> UnitRequestAbilities:
    if not (actor.is_(*REPORT_READERS) and actor.in_office(request.report.office_id)):
        return UnitRequestAbilities()
    return UnitRequestAbilities(see=True, manage=actor.is_(*MAKERS))


def unit_report_abilities(actor: Actor, unit_report: UnitReport) -> UnitReportAbilities:
    """The body's people write, its head sends; the coordinator may do both for a body that told him by telephone."""
    ours = unit_report.body_id in actor.body_ids
    reads = actor.is_(*REPORT_READERS) and actor.in_office(unit_report.request.report.office_id)
    if not (ours or reads):
        return UnitReportAbilities()
    manages = reads and actor.is_(*MAKERS)
    works = ours and not actor.is_(*ONLOOKERS)
    speaks = works and (actor.is_(*HEADS) or not heads_of(unit_report.body).exists())
    return UnitReportAbilities(see=True, fill=works or manages, send=speaks or manages, manage=manages)


@dataclass(frozen=True, slots=True)
class FormAbilities(Abilities):
    """``manage``: point its cells, give a new edition, fill it."""

    manage: bool = False


def form_abilities(actor: Actor, form: ProvidedForm) -> FormAbilities:
    if not (actor.is_(*REPORT_READERS) and actor.in_office(form.office_id)):
        return FormAbilities()
    return FormAbilities(see=True, manage=actor.is_(*MAKERS))


def filled_form_abilities(actor: Actor, filled: FilledForm) -> Abilities:
    return Abilities(see=actor.is_(*REPORT_READERS) and actor.in_office(filled.report.office_id))


def steps_for(actor: Actor, unit_report: UnitReport) -> set[str]:
    """The acts of ``UNIT_REPORT`` that ``actor`` may do now."""
    if unit_report.request.report.state != Report.State.DRAFT or unit_report.request.withdrawn_at is not None:
        return set()
    abilities = abilities_for(actor, unit_report)
    return {act for act, right in RIGHT_FOR.items() if getattr(abilities, right)} & {
        act for act in RIGHT_FOR if UNIT_REPORT.allows(unit_report.state, act)
    }


def begin(actor: Actor, unit_report: UnitReport, act: str) -> str:
    """The state of ``unit_report`` after ``act``; NotAllowed without the right, Refused when it is not the time for it.

    Called inside the act's transaction. The report is locked first, so that nothing moves while it is frozen.
    """
    if not getattr(abilities_for(actor, unit_report), RIGHT_FOR[act]):
        raise NotAllowed(_("Vị trí công tác của bạn không được làm bước này."))
    still_open(unit_report.request)
    unit_report.state = UnitReport.objects.select_for_update().values_list("state", flat=True).get(pk=unit_report.pk)
    return UNIT_REPORT.move(unit_report.state, act)


def still_open(request: UnitRequest) -> Report:
    """The request's report, locked; :class:`Refused` once it is frozen or the request was withdrawn."""
    report = Report.objects.select_for_update().get(pk=request.report_id)
    if UnitRequest.objects.filter(pk=request.pk, withdrawn_at__isnull=False).exists():
        raise Refused(_("Yêu cầu báo cáo này đã thu hồi, không còn nhận báo cáo."))
    if report.state != Report.State.DRAFT:
        raise Refused(_("Báo cáo của cơ quan đã chốt số liệu, không nhận thêm hay sửa báo cáo của đơn vị."))
    return report


def may_make_reports(actor: Actor) -> bool:
    """A coordinator or leader of an office makes its reports and keeps its obligations."""
    return actor.is_(*MAKERS) and actor.office is not None


register_abilities(Report, report_abilities)
register_abilities(Obligation, obligation_abilities)
register_abilities(UnitRequest, unit_request_abilities)
register_abilities(UnitReport, unit_report_abilities)
register_abilities(ProvidedForm, form_abilities)
register_abilities(FilledForm, filled_form_abilities)
