"""The states of a delivery and every move between them, each with its reason."""

from lienthong.channels.core.models import Delivery
from lienthong.core.states import Edge, Workflow

_S = Delivery.State

DELIVERY = Workflow(
    "channels.delivery",
    [
        Edge(_S.WAITING, _S.SENDING, "send", "written before the call, so that a killed worker leaves a trace"),
        Edge(_S.WAITING, _S.DRY_RUN, "rehearse", "the outlet is not turned on: nothing leaves the house"),
        Edge(_S.WAITING, _S.REFUSED, "refuse", "it is not what was approved, or the channel is not installed"),
        Edge(_S.WAITING, _S.CANCELLED, "cancel", "somebody decided that it does not go out"),
        Edge(_S.CANCELLED, _S.WAITING, "order", "what was approved is put into the calendar again"),
        Edge(_S.SENDING, _S.SENDING, "send", "the outcome was settled: it was not published, or once more is no harm"),
        Edge(_S.SENDING, _S.WAITING, "postpone", "the channel took nothing and may take it later"),
        Edge(_S.SENDING, _S.CANCELLED, "cancel", "it was stopped meanwhile, and the channel took nothing"),
        Edge(_S.SENDING, _S.DELIVERED, "publish", "the channel says that it is out"),
        Edge(_S.SENDING, _S.MODERATION, "hold", "the channel took it, and somebody there has yet to let it out"),
        Edge(_S.SENDING, _S.REFUSED, "refuse", "the channel will not take it, or did not after many tries"),
        Edge(_S.SENDING, _S.UNKNOWN, "lose", "nobody can tell whether it went out; a person decides"),
        Edge(_S.MODERATION, _S.DELIVERED, "publish", "it was let out"),
        Edge(_S.MODERATION, _S.REFUSED, "refuse", "it was not let out"),
        Edge(_S.MODERATION, _S.UNKNOWN, "lose", "the channel has said nothing for days; a person decides"),
        Edge(_S.MODERATION, _S.WITHDRAWING, "withdraw", "the office takes back what waits there"),
        Edge(_S.UNKNOWN, _S.DELIVERED, "declare", "a person saw that it is out"),
        Edge(_S.UNKNOWN, _S.WAITING, "resume", "a person saw that it is not out"),
        Edge(_S.UNKNOWN, _S.CANCELLED, "cancel", "a person decided that it does not go out any more"),
        Edge(_S.REFUSED, _S.WAITING, "resume", "what stood in the way is mended"),
        Edge(_S.REFUSED, _S.CANCELLED, "cancel", "somebody decided that it does not go out"),
        Edge(_S.DRY_RUN, _S.WAITING, "resume", "the outlet was turned on, and this is to go out after all"),
        Edge(_S.DELIVERED, _S.WITHDRAWING, "withdraw", "the office takes back its own item"),
        Edge(_S.WITHDRAWING, _S.WITHDRAWN, "vanish", "it is gone from the channel"),
        Edge(_S.WITHDRAWING, _S.DELIVERED, "keep", "the channel cannot take it back"),
    ],
)
