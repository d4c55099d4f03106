"""The unit's board: its shares in columns by what happens next, each column short."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

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


@dataclass(frozen=True, slots=True)
class Card:
    share: Share
    standing: Standing
    done: int
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
    """The columns of ``bodies`` as far as ``actor`` sees them."""
    now, today = timezone.now(), timezone.localdate()
    shares = (
        Share.objects.visible_to(actor)
        .filter(body__in=bodies, assignment__plan__state=Plan.State.ACTIVE)
        .exclude(assignment__closed_by_date__isnull=False)
        .order_by(F("due").asc(nulls_last=True), "pk")
        .select_related("assignment__plan", "body", "handler__user")
    )
    columns = []
    for key, name, states in COLUMNS:
        found = shares.filter(state__in=states)
        if key == "xong":
            found = found.filter(done_on__gte=today - timedelta(days=SHOWN_DAYS)).order_by("-done_on", "pk")
        shown = list(found[: PER_COLUMN + 1])
        total = found.count() if len(shown) > PER_COLUMN else len(shown)
        columns.append(Column(key, name, _cards(shown[:PER_COLUMN], now, today), total))
    return columns


def _cards(shares: list[Share], now: datetime, today: date) -> list[Card]:
    issue = Q(occurrences__kind="issue")
    counts = {
        pk: (done, issues)
        for pk, done, issues in Share.objects.filter(pk__in=[share.pk for share in shares])
        .order_by()
        .values_list("pk")
        .annotate(
            done=Count("occurrences", filter=issue & Q(occurrences__closed_on__isnull=False)),
            issues=Count("occurrences", filter=issue),
        )
    }
    return [Card(share, standing_of(share, now, today), *counts.get(share.pk, (0, 0))) for share in shares]


def bodies_for(actor: Actor, asked: str) -> tuple[list[Body], list[Body]]:
    """The bodies whose board is shown, and those that may be chosen: one's own, or any of the office."""
    if actor.position is None:
        return [], []
    choices = list(Body.objects.valid_now().filter(office=actor.office)) if actor.office else []
    chosen = [body for body in choices if asked.isdigit() and body.pk == int(asked)]
    return chosen or list(Body.objects.filter(pk__in=actor.body_ids)), choices
