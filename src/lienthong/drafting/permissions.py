"""Who may do what with a draft. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.drafting.models import Draft
from lienthong.drafting.queries import DRAFTERS
from lienthong.drafting.workflow import DRAFT
from lienthong.organisations.service import Abilities, Actor, Role, after_step, register_abilities


@dataclass(frozen=True, slots=True)
class DraftAbilities(Abilities):
    """``write`` its words and ``submit`` it; ``drop`` it or ``withdraw`` it before it is decided, by who wrote
    it; ``decide``: approve or return; ``reopen`` what is approved.

    ``number`` and ``issue`` are the clerk's; ``carry_out`` makes the plan of an issued one.
    """

    write: bool = False
    submit: bool = False
    drop: bool = False
    withdraw: bool = False
    decide: bool = False
    reopen: bool = False
    number: bool = False
    attach: bool = False
    issue: bool = False
    carry_out: bool = False


def draft_abilities(actor: Actor, draft: Draft) -> DraftAbilities:
    if not (actor.is_(*DRAFTERS) and actor.in_office(draft.office_id)):
        return DraftAbilities()
    wrote = actor.position is not None and actor.position.pk in (draft.created_by_id, draft.last_editor_id)
    clerk, leader = actor.is_(Role.CLERK), actor.is_(Role.LEADER)
    state = draft.state
    return DraftAbilities(
        see=True,
        write=DRAFT.allows(state, "write"),
        submit=DRAFT.allows(state, "submit"),
        drop=(wrote or leader or actor.is_(Role.COORDINATOR)) and DRAFT.allows(state, "drop"),
        withdraw=wrote and DRAFT.allows(state, "withdraw"),
        decide=leader and DRAFT.allows(state, "approve"),
        reopen=(leader or actor.is_(Role.COORDINATOR)) and DRAFT.allows(state, "reopen"),
        number=clerk and DRAFT.allows(state, "number"),
        attach=clerk and DRAFT.allows(state, "attach"),
        issue=clerk and DRAFT.allows(state, "issue"),
        carry_out=(leader or actor.is_(Role.COORDINATOR)) and state == Draft.State.ISSUED,
    )


def may_draft(actor: Actor) -> bool:
    """Who works in an office may begin a draft of it."""
    return actor.is_(*DRAFTERS) and actor.office is not None


def begin(actor: Actor, draft: Draft, act: str, ability: str, sentence: str) -> str:
    """The state after ``act``, once right and state allow it."""
    unseen = _("Dự thảo này của cơ quan khác.")
    return after_step(actor, draft, DRAFT, act, ability, unseen=unseen, refused=sentence)


register_abilities(Draft, draft_abilities)
