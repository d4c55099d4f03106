"""Who may do what with the public pages. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lienthong.organisations.service import Abilities, Actor, Role, after_step, register_abilities
from lienthong.portal.models import OldAddress, PageState, Picture, PublicDocument
from lienthong.portal.queries import WRITERS
from lienthong.portal.workflow import PAGE
from lienthong.portal.writing import FIRST

_DECIDERS = (Role.LEADER, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class PageAbilities(Abilities):
    """``write`` and ``submit`` by everyone who works in the office; ``decide`` (approve, return) and ``take_down``
    by a leader or coordinator, ``decide`` never by the user who edited last, in whatever position. A page that says
    what another room approved is only moved here.
    """

    write: bool = False
    submit: bool = False
    withdraw: bool = False
    decide: bool = False
    take_down: bool = False
    move: bool = False


def page_abilities(actor: Actor, standing: PageState) -> PageAbilities:
    if not (actor.is_(*WRITERS) and actor.in_office(standing.office_id)):
        return PageAbilities()
    state, decides = standing.state, actor.is_(*_DECIDERS)
    moves = decides and bool(standing.page.live) and standing.page.depth > FIRST
    if standing.origin:
        return PageAbilities(see=True, move=moves)
    return PageAbilities(
        see=True,
        write=PAGE.allows(state, "write"),
        submit=PAGE.allows(state, "submit"),
        withdraw=PAGE.allows(state, "withdraw"),
        decide=decides and PAGE.allows(state, "approve") and not actor.holds(standing.last_editor),
        take_down=decides and standing.public and PAGE.allows(state, "take_down"),
        move=moves,
    )


@dataclass(frozen=True, slots=True)
class SeeOnly(Abilities):
    """What is seen in the office, and kept by who may decide."""

    withdraw: bool = False


def _of_office(actor: Actor, thing: Picture | PublicDocument) -> SeeOnly:
    if not (actor.is_(*WRITERS) and actor.in_office(thing.office_id)):
        return SeeOnly()
    return SeeOnly(see=True, withdraw=may_publish_documents(actor))


def address_abilities(actor: Actor, old: OldAddress) -> SeeOnly:
    """Whoever works in the office sees where an old address leads; who decides, or keeps the site, drops it."""
    if not (actor.is_(*WRITERS, Role.ADMINISTRATOR) and actor.in_office(old.portal.office_id)):
        return SeeOnly()
    return SeeOnly(see=True, withdraw=may_lead(actor))


def may_lead(actor: Actor) -> bool:
    """Who decides what is public, or keeps the site, writes addresses that lead to others."""
    return actor.is_(*_DECIDERS, Role.ADMINISTRATOR) and actor.office is not None


def may_write(actor: Actor) -> bool:
    """Who works in an office may write pages of it."""
    return actor.is_(*WRITERS) and actor.office is not None


def may_publish_documents(actor: Actor) -> bool:
    """Who decides puts issued documents before the public."""
    return actor.is_(*_DECIDERS) and actor.office is not None


def may_open(actor: Actor) -> bool:
    """The administrator opens the site of the office and keeps what it says of how to reach it."""
    return actor.is_(Role.ADMINISTRATOR) and actor.office is not None


def begin(actor: Actor, standing: PageState, act: str, ability: str, sentence: str) -> str:
    """The state after ``act``, once right and state allow it."""
    unseen = _("Trang này của cơ quan khác.")
    if standing.origin:
        sentence = _("Trang này đăng từ tòa soạn. Hãy sửa, đính chính hoặc rút ở tòa soạn.")
    return after_step(actor, standing, PAGE, act, ability, unseen=unseen, refused=sentence)


register_abilities(PageState, page_abilities)
register_abilities(Picture, _of_office)
register_abilities(PublicDocument, _of_office)
register_abilities(OldAddress, address_abilities)
