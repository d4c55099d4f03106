"""The door of the channels: outlets, deliveries, and what a channel folder builds on."""

from lienthong.channels.core.accounts import channel_of
from lienthong.channels.core.actions.add_outlet import add_outlet
from lienthong.channels.core.actions.cancel_deliveries import cancel_deliveries
from lienthong.channels.core.actions.deliver_message import deliver_message as deliver
from lienthong.channels.core.actions.receive_receipt import receive_receipt as receive
from lienthong.channels.core.actions.resume_delivery import resume_delivery
from lienthong.channels.core.actions.settle_unknown import settle_unknown
from lienthong.channels.core.actions.stop_deliveries import stop_deliveries
from lienthong.channels.core.actions.turn_off_outlet import turn_off_outlet
from lienthong.channels.core.actions.turn_on_outlet import turn_on_outlet
from lienthong.channels.core.actions.withdraw_delivery import withdraw_delivery
from lienthong.channels.core.callbacks import on_receipt
from lienthong.channels.core.contract import (
    Account,
    Attachment,
    Channel,
    ItemState,
    Limits,
    Message,
    PassingError,
    PermanentError,
    Preview,
    Receipt,
    Settle,
    UnknownOutcome,
)
from lienthong.channels.core.endpoints import Endpoint, ListedTransport, call, client_for
from lienthong.channels.core.items import delivery_url, outlet_url
from lienthong.channels.core.limiting import faults_in
from lienthong.channels.core.links import checked_link, file_link
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.options import OfficeOptionsForm
from lienthong.channels.core.payloads import content_of, opened_file, thawed
from lienthong.channels.core.permissions import may_deliver
from lienthong.channels.core.queries import DeliveryQuerySet, OutletQuerySet
from lienthong.channels.core.registry import channel_class, is_installed, register
from lienthong.channels.core.sealing import opened as unsealed
from lienthong.channels.core.sealing import seal
from lienthong.channels.core.tasks import send_due
from lienthong.organisations.service import Body

__all__ = [
    "Account",
    "Attachment",
    "Channel",
    "Delivery",
    "Endpoint",
    "ItemState",
    "Limits",
    "ListedTransport",
    "Message",
    "OfficeOptionsForm",
    "Outlet",
    "OutletQuerySet",
    "PassingError",
    "PermanentError",
    "Preview",
    "Receipt",
    "Settle",
    "UnknownOutcome",
    "add_outlet",
    "call",
    "cancel_deliveries",
    "channel_of",
    "checked_link",
    "client_for",
    "content_of",
    "deliver",
    "deliveries_of",
    "delivery_url",
    "faults_of",
    "file_link",
    "limits_of",
    "may_deliver",
    "message_of",
    "on_receipt",
    "opened_file",
    "outlet_url",
    "outlets_of",
    "preview_of",
    "receive",
    "register",
    "resume_delivery",
    "seal",
    "send_now",
    "settle_unknown",
    "shows_corrections",
    "stop_deliveries",
    "turn_off_outlet",
    "turn_on_outlet",
    "unsealed",
    "withdraw_delivery",
]


def outlets_of(body: Body) -> OutletQuerySet:
    """The outlets of the office to which ``body`` belongs, closed ones left out."""
    return Outlet.objects.open().filter(office=body.office_id)


def limits_of(outlet: Outlet) -> Limits:
    """What the outlet's channel takes; no limits for one whose channel is not installed."""
    return channel_class(outlet.channel).limits if is_installed(outlet.channel) else Limits()


def shows_corrections(code: str) -> bool:
    """True for a channel that tells by itself what was corrected."""
    return is_installed(code) and channel_class(code).shows_corrections


def faults_of(outlet: Outlet, message: Message) -> list[str]:
    """A sentence for each thing that the outlet's channel would not take."""
    return faults_in(message, limits_of(outlet))


def preview_of(outlet: Outlet, message: Message) -> Preview:
    """What ``message`` will look like there; :class:`PermanentError` when the channel is not installed."""
    return channel_of(outlet).preview(message)


def deliveries_of(key: str) -> DeliveryQuerySet:
    """Every delivery of the product or version that ``key`` names, and reruns still scheduled (``still_to_come``)."""
    return Delivery.objects.of(key).select_related("outlet")


def send_now() -> None:
    """Send what is due in this process, where no worker runs: in a demonstration."""
    send_due.call()


def message_of(delivery: Delivery) -> Message:
    """The approved message of a delivery, as it goes out; :class:`PermanentError` when it is not that any more."""
    return thawed(delivery.payload, delivery.sha256, delivery.reference)
