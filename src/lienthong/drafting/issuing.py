"""Word upward: a room above hears that a draft was issued, in the transaction that issues it."""

from collections.abc import Callable

from lienthong.drafting.models import Draft
from lienthong.organisations.service import Actor

_callbacks: list[Callable[[Actor, Draft], None]] = []


def on_issue(callback: Callable[[Actor, Draft], None]) -> None:
    """Let ``callback`` hear who issued which draft; it has its registered document by then."""
    if callback not in _callbacks:
        _callbacks.append(callback)


def tell(actor: Actor, draft: Draft) -> None:
    for callback in _callbacks:
        callback(actor, draft)
