"""Who may do what with corrections and questions. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.queries import DESK, WRITERS
from lienthong.corrections.workflow import CORRECTION, QUESTION
from lienthong.drafting.service import may_draft
from lienthong.organisations.service import Abilities, Actor, Role, register_abilities
from lienthong.registry.service import Direction, OfficialDocument

#: Those who answer for what the office says.
_DECIDERS = (Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class CorrectionAbilities(Abilities):
    """``decide`` (publish, return) never by the user who edited last, in whatever position; ``end`` and ``replace``
    what is public; ``draft``: begin the document that corrects, while none is under way."""

    write: bool = False
    submit: bool = False
    take_back: bool = False
    drop: bool = False
    decide: bool = False
    end: bool = False
    replace: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAbilities(Abilities):
    """``settle``: answer it, make it feedback, or close it."""

    settle: bool = False


def may_write(actor: Actor) -> bool:
    return actor.is_(*WRITERS) and actor.office is not None


def may_decide(actor: Actor) -> bool:
    return actor.is_(*_DECIDERS) and actor.office is not None


def is_desk(actor: Actor) -> bool:
    return actor.is_(*DESK) and actor.office is not None


def lacks_draft(correction: Correction) -> bool:
    """True for a correction of a document that has nothing to be corrected by, or nothing any more."""
    draft = correction.draft
    return correction.kind == Correction.Kind.DOCUMENT and (draft is None or draft.state == draft.State.DROPPED)


def may_correct(actor: Actor, document: OfficialDocument) -> bool:
    """Who writes for the office corrects what it issued itself and can read."""
    issued = document.direction == Direction.OUTGOING and document.state == OfficialDocument.State.ISSUED
    own = may_write(actor) and may_draft(actor) and actor.in_office(document.office_id)
    return issued and own and OfficialDocument.objects.visible_to(actor).filter(pk=document.pk).exists()


def correction_abilities(actor: Actor, correction: Correction) -> CorrectionAbilities:
    if not (may_write(actor) and actor.in_office(correction.office_id)):
        return CorrectionAbilities()
    state, decides = correction.state, may_decide(actor)
    return CorrectionAbilities(
        see=True,
        write=CORRECTION.allows(state, "write"),
        submit=CORRECTION.allows(state, "submit"),
        take_back=CORRECTION.allows(state, "take_back"),
        drop=CORRECTION.allows(state, "drop"),
        decide=decides and CORRECTION.allows(state, "publish") and not actor.holds(correction.last_editor),
        end=decides and CORRECTION.allows(state, "end"),
        draft=CORRECTION.allows(state, "write") and lacks_draft(correction),
        replace=CORRECTION.allows(state, "replace") and correction.kind == Correction.Kind.CLAIM,
    )


def question_abilities(actor: Actor, question: ClaimQuestion) -> QuestionAbilities:
    own = is_desk(actor) and actor.in_office(question.office_id)
    return QuestionAbilities(see=own, settle=own and QUESTION.allows(question.state, "answer"))


register_abilities(Correction, correction_abilities)
register_abilities(ClaimQuestion, question_abilities)
