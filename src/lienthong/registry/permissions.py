"""Who may do what with an official document. ``see`` is the same rule as ``OfficialDocumentQuerySet.visible_to``."""

from dataclasses import dataclass

from lienthong.organisations.service import Abilities, Actor, Role, register_abilities
from lienthong.registry.models import DecisionPart, Direction, DocumentAccess, OfficialDocument
from lienthong.registry.queries import OFFICE_READERS
from lienthong.registry.workflow import DOCUMENT, REGISTERED


@dataclass(frozen=True, slots=True)
class DocumentAbilities(Abilities):
    """``register`` gives a number; ``change`` corrects what is registered; ``file`` adds and arranges files.

    ``attach`` joins an order with its document once that came. ``discard`` drops a draft or a secret document;
    ``review`` confirms what was read; ``decide`` is the leader's own opinion and ``enter_decision`` writes down one
    given on paper or by phone; ``handle`` is for the units it was given to, ``answer`` links the reply, ``plan`` makes
    a plan from it.
    """

    register: bool = False
    change: bool = False
    file: bool = False
    attach: bool = False
    discard: bool = False
    review: bool = False
    decide: bool = False
    enter_decision: bool = False
    handle: bool = False
    answer: bool = False
    plan: bool = False


def document_abilities(actor: Actor, document: OfficialDocument) -> DocumentAbilities:
    if actor.position is None:
        return DocumentAbilities()
    state = document.state
    registered = state in REGISTERED
    if actor.is_(*OFFICE_READERS):
        if not actor.in_office(document.office_id):
            return DocumentAbilities()
        clerk, leader, coordinator = actor.is_(Role.CLERK), actor.is_(Role.LEADER), actor.is_(Role.COORDINATOR)
        decidable = DOCUMENT.allows(state, "decide_handle")
        handles = not clerk and _was_given(actor, document)
        return DocumentAbilities(
            see=True,
            register=clerk and _may_get_number(document),
            change=clerk and registered,
            file=clerk,
            attach=clerk and document.awaits_document,
            discard=clerk,
            review=(clerk or coordinator) and state != OfficialDocument.State.READING,
            decide=leader and decidable,
            enter_decision=clerk and decidable,
            handle=handles and DOCUMENT.allows(state, "finish_part"),
            answer=(clerk or coordinator or handles) and DOCUMENT.allows(state, "answer"),
            plan=(coordinator or leader) and (registered or document.awaits_document),
        )
    if actor.is_(Role.SUPERVISOR):
        given = actor.supervises(document.office)
        return DocumentAbilities(see=given and registered and document.direction == Direction.OUTGOING)
    if not _may_read(actor, document):
        return DocumentAbilities()
    workers = (Role.UNIT_HEAD, Role.MEMBER, Role.HAMLET_HEAD, Role.COMMUNICATOR)
    handles = actor.is_(*workers) and _was_given(actor, document)
    return DocumentAbilities(
        see=True,
        handle=handles and DOCUMENT.allows(state, "finish_part"),
        answer=handles and DOCUMENT.allows(state, "answer"),
    )


def _may_get_number(document: OfficialDocument) -> bool:
    """True for what is not registered yet; for an order only once its document is among its files."""
    if document.awaits_document:
        return document.files.count() > 1
    return document.state not in REGISTERED


def may_note_order(actor: Actor) -> bool:
    """Who writes down an order that came before its document: the clerk, and who coordinates the work."""
    return actor.is_(Role.CLERK, Role.COORDINATOR) and actor.office is not None


def may_receive(actor: Actor) -> bool:
    """Who takes new documents in, and holds and cancels numbers: the clerk of an office (ND30 Điều 21, 22)."""
    return actor.is_(Role.CLERK) and actor.office is not None


def may_read_registers(actor: Actor) -> bool:
    """Who reads the registers of an office: those who read all its documents."""
    return actor.is_(*OFFICE_READERS) and actor.office is not None


def _may_read(actor: Actor, document: OfficialDocument) -> bool:
    return DocumentAccess.objects.filter(document=document, body__in=actor.body_ids).exists()


def _was_given(actor: Actor, document: OfficialDocument) -> bool:
    parts = DecisionPart.objects.filter(decision__document=document, body__in=actor.body_ids)
    return parts.exclude(part=DecisionPart.Part.NOTE).exists()


register_abilities(OfficialDocument, document_abilities)
