"""The unit's board: its shares in columns by what happens next, each column short."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Case, Count, F, Q, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lienthong.core.http import whole
from lienthong.organisations.service import Actor, Body
from lienthong.plans.models import Plan, Share
from lienthong.plans.standing import Standing, standing_of

PER_COLUMN = 40
#: Done work stays on the board so long.
SHOWN_DAYS = 30

_S = Share.State
COLUMNS = (
    ("cho-tiep-nhan", _("Chờ tiếp nhận"), (_S.ASSIGNED, _S.DECLINED)),
    ("dang-lam", _("Đang thực hiện"), (_S.ACCEPTED, _S.RETURNED)),
    ("cho-xac-nhan", _("Chờ xác nhận"), (_S.SUBMITTED,)),
    ("phoi-hop", _("Phối hợp, để biết"), (_S.NOTED,)),
    ("xong", _("Hoàn thành 30 ngày qua"), (_S.DONE,)),
)


#: What a card and its standing show; everything else of these wide rows stays in the database.
_SHOWN = (
    *("part", "state", "due", "done_on", "assigned_at", "assignment__label", "assignment__text"),
    *("assignment__out_of_scope", "body__name", "body__short_name", "handler__user__full_name"),
)
_COLUMN = Case(*(When(state__in=states, then=Value(key)) for key, _name, states in COLUMNS))


@dataclass(frozen=True, slots=True)
class Card:
    """``share`` carries the annotations ``column`` and ``in_column``: where it stands, and how many stand there."""

    share: Any
    standing: Standing
    done: int
    missed: int
    issues: int


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    name: object
    cards: list[Card]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.cards)


def board_of(actor: Actor, bodies: list[Body]) -> list[Column]:
    """The columns of ``bodies`` as far as ``actor`` sees them, read in one query."""
    now, today = timezone.now(), timezone.localdate()
    # What is not done has no day of doing, so this order is that of the deadlines in every column but the last.
    order: list[Any] = [F("done_on").desc(), F("due").asc(nulls_last=True), F("pk")]
    shown = (
        Share.objects.visible_to(actor)
        .filter(body__in=bodies, assignment__plan__state=Plan.State.ACTIVE)
        .exclude(assignment__closed_by_date__isnull=False)
        .annotate(column=_COLUMN)
        .filter(~Q(state=_S.DONE) | Q(done_on__gte=today - timedelta(days=SHOWN_DAYS)), column__isnull=False)
        .annotate(
            place=Window(RowNumber(), partition_by="column", order_by=order),
            in_column=Window(Count("pk"), partition_by="column"),
        )
        .filter(place__lte=PER_COLUMN)
        .order_by("column", "place")
        .select_related("assignment", "body", "handler__user")
        .only(*_SHOWN)
    )
    cards: dict[str, list[Card]] = {key: [] for key, _name, _states in COLUMNS}
    for card in _cards(list(shown), now, today):
        cards[card.share.column].append(card)
    return [Column(key, name, cards[key], _total(cards[key])) for key, name, _states in COLUMNS]


def _total(cards: list[Card]) -> int:
    return cards[0].share.in_column if cards else 0


def _cards(shares: list[Share], now: datetime, today: date) -> list[Card]:
    issue, still_open = Q(occurrences__kind="issue"), Q(occurrences__closed_on=None)
    counts = {
        pk: numbers
        for pk, *numbers in Share.objects.filter(pk__in=[share.pk for share in shares])
        .order_by()
        .values_list("pk")
        .annotate(
            done=Count("occurrences", filter=issue & ~still_open),
            missed=Count("occurrences", filter=issue & still_open & Q(occurrences__due__lt=today)),
            issues=Count("occurrences", filter=issue),
        )
    }
    return [Card(share, standing_of(share, now, today), *counts.get(share.pk, (0, 0, 0))) for share in shares]


def bodies_for(actor: Actor, asked: str) -> tuple[list[Body], list[Body]]:
    """The bodies whose board is shown, and those that may be chosen: one's own, or any of the office."""
    if actor.position is None:
        return [], []
    choices = list(Body.objects.valid_now().filter(office=actor.office)) if actor.office else []
    chosen = [body for body in choices if body.pk == whole(asked)]
    return chosen or _own(actor, choices), choices


def _own(actor: Actor, office: list[Body]) -> list[Body]:
    """The actor's own bodies; only those outside his office, such as a joint committee, are asked for."""
    inside = [body for body in office if body.pk in actor.body_ids]
    outside = set(actor.body_ids) - {body.pk for body in inside}
    return [*inside, *Body.objects.filter(pk__in=outside)] if outside else inside
