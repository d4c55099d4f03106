"""The one way upward: a room above hears of every new outcome of a delivery, in the transaction that writes it."""

from collections.abc import Callable

from lienthong.channels.core.models import Delivery

_callbacks: list[Callable[[Delivery], None]] = []


def on_receipt(callback: Callable[[Delivery], None]) -> None:
    """Let ``callback`` hear of outcomes; it reads ``delivery.state`` and bears being called twice for the same."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def tell(delivery: Delivery) -> None:
    for callback in _callbacks:
        callback(delivery)
