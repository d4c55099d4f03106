"""Who may do what with products. ``see`` is the same rule as ``visible_to``."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.newsroom.models import Column, MediaFile, Product, Release, Upload, Version
from lienthong.newsroom.queries import MAKERS, OUT, SPEAKERS
from lienthong.newsroom.workflow import PRODUCT
from lienthong.organisations.service import Abilities, Actor, Role, after_step, register_abilities

#: Those who plan what goes out when, and take it back.
_PLANNERS = (Role.LEADER, Role.COORDINATOR, Role.UNIT_HEAD)


@dataclass(frozen=True, slots=True)
class ProductAbilities(Abilities):
    """``write`` the text and the brief and ``submit`` by everyone who makes products in the office; ``take_back`` by
    who began it or edited last.

    ``decide`` (approve, return) by a leader or by who may sign for the office, never by the user who edited last, in
    whatever position. ``schedule`` what is approved; ``correct`` and ``withdraw`` what is out; ``note`` passages.
    """

    write: bool = False
    submit: bool = False
    take_back: bool = False
    decide: bool = False
    schedule: bool = False
    unschedule: bool = False
    correct: bool = False
    withdraw: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class PlanningAbilities(Abilities):
    """``change`` a column or a timed release."""

    change: bool = False


def may_make(actor: Actor) -> bool:
    """Who works in an office may make products of it."""
    return actor.is_(*MAKERS) and actor.office is not None


def may_look(actor: Actor) -> bool:
    return may_make(actor) or (actor.is_(*SPEAKERS) and actor.office is not None)


def may_plan(actor: Actor) -> bool:
    return may_make(actor) and actor.is_(*_PLANNERS)


def authority_of(actor: Actor, product: Product) -> str | None:
    """Under which authority ``actor`` approves for the product's office today, in words; None when he has none.

    A deputy signs KT., a head under him TL. or TUQ. with the mandate's number (Nghị định 30/2020/NĐ-CP, Điều 13).
    """
    if actor.position is None:
        return None
    held = actor.position.signing.all().valid_on(timezone.localdate()).filter(body=product.office_id).first()
    if held is None:
        return _("theo chức vụ") if actor.is_(Role.LEADER) else None
    words = held.get_form_display()
    return f"{words} ({held.mandate_number})" if held.mandate_number else words


def product_abilities(actor: Actor, product: Product) -> ProductAbilities:
    if actor.is_(*SPEAKERS) and actor.in_office(product.office_id):
        return ProductAbilities(see=product.kind == "talking" and product.state in OUT)
    if not (may_make(actor) and actor.in_office(product.office_id)):
        return ProductAbilities()
    state, plans = product.state, actor.is_(*_PLANNERS)
    decides = PRODUCT.allows(state, "approve") and not actor.holds(product.last_editor)
    return ProductAbilities(
        see=True,
        write=PRODUCT.allows(state, "write"),
        submit=PRODUCT.allows(state, "submit"),
        take_back=actor.holds(product.last_editor, product.created_by) and PRODUCT.allows(state, "take_back"),
        decide=decides and authority_of(actor, product) is not None,
        schedule=PRODUCT.allows(state, "schedule"),
        unschedule=PRODUCT.allows(state, "unschedule"),
        correct=plans and PRODUCT.allows(state, "correct"),
        withdraw=plans and PRODUCT.allows(state, "withdraw"),
        note=state in (Product.State.DRAFT, Product.State.RETURNED, Product.State.REVIEW),
    )


def version_abilities(actor: Actor, version: Version) -> Abilities:
    return Abilities(see=may_make(actor) and actor.in_office(version.product.office_id))


def media_abilities(actor: Actor, media: MediaFile) -> Abilities:
    return Abilities(see=may_make(actor) and actor.in_office(media.office_id))


def upload_abilities(actor: Actor, upload: Upload) -> Abilities:
    return Abilities(see=actor.is_(*MAKERS) and actor.holds(upload.by))


def planning_abilities(actor: Actor, thing: Column | Release) -> PlanningAbilities:
    sees = may_make(actor) and actor.in_office(thing.office_id)
    return PlanningAbilities(see=sees, change=sees and may_plan(actor))


def begin(actor: Actor, product: Product, act: str, ability: str, sentence: str) -> str:
    """The state after ``act``, once right and state allow it."""
    unseen = _("Sản phẩm này của cơ quan khác.")
    return after_step(actor, product, PRODUCT, act, ability, unseen=unseen, refused=sentence)


register_abilities(Product, product_abilities)
register_abilities(Version, version_abilities)
register_abilities(MediaFile, media_abilities)
register_abilities(Upload, upload_abilities)
register_abilities(Column, planning_abilities)
register_abilities(Release, planning_abilities)
