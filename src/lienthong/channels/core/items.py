"""What waits for whom about outlets and deliveries: the one place where this room opens and closes work items."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone

from lienthong.channels.core.models import Delivery, Outlet
from lienthong.core.language import kept
from lienthong.inbox.service import WorkItem, close_items, open_item
from lienthong.organisations.service import Position, Role, positions_with


def outlet_url(outlet: Outlet) -> str:
    return reverse("channels:outlet", args=[outlet.pk])


def delivery_url(delivery: Delivery) -> str:
    return reverse("channels:delivery", args=[delivery.pk])


def _keepers(outlet: Outlet, role: Role) -> Iterable[Position]:
    """Who looks after ``outlet``: the person named for it while he is in office, else everyone with ``role``."""
    if outlet.keeper is not None and outlet.keeper.valid_on(timezone.localdate()):
        return [outlet.keeper]
    return positions_with(outlet.office, role)


def ask_about(delivery: Delivery) -> None:
    """Nobody knows whether it went out, or it cannot: a person has to look."""
    if delivery.state == Delivery.State.UNKNOWN:
        title = kept("Xem “%(title)s” đã lên %(outlet)s chưa")
    elif delivery.gone:
        title = kept("“%(title)s” không còn ở %(outlet)s")
    else:
        title = kept("“%(title)s” chưa gửi được tới %(outlet)s")
    outlet = delivery.outlet
    for position in _keepers(outlet, Role.COORDINATOR):
        open_item(
            delivery, kind=WorkItem.Kind.CHECK, body=position.body, position=position, office=outlet.office,
            title=title % {"title": delivery.title, "outlet": outlet.name}, url=delivery_url(delivery), urgent=True,
        )  # fmt: skip


def settle(delivery: Delivery) -> None:
    close_items(delivery)


def ask_to_renew(outlet: Outlet) -> None:
    """The access of the account ends soon; who looks after it renews it with the service."""
    assert outlet.secrets_expire_at is not None
    for position in _keepers(outlet, Role.ADMINISTRATOR):
        open_item(
            outlet, kind=WorkItem.Kind.CHECK, body=position.body, position=position, office=outlet.office,
            title=kept("Gia hạn quyền truy cập của %(outlet)s") % {"outlet": outlet.name}, url=outlet_url(outlet),
            due=timezone.localtime(outlet.secrets_expire_at).date(),
        )  # fmt: skip


def renewed(outlet: Outlet) -> None:
    close_items(outlet)
