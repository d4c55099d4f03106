"""The contract of a channel: publish, look after an own item, withdraw an own item. Nothing else.

A channel reads back the state and the total counts of an item that the office itself published, never comments,
followers, names or profiles: there is no method for it, and a test refuses a client that offers one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class ItemState(StrEnum):
    """What a channel says of an item of ours."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Message:
    """An approved text, exactly as it was approved; ``approval`` names the frozen version and who approved it."""

    title: str
    text: str
    approval: str
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a channel gave back for one delivery. ``counts`` are totals only, such as {"views": 120}."""

    item: str
    state: ItemState
    url: str = ""
    counts: dict[str, int] | None = None


class PassingError(Exception):
    """The channel may take the same message later."""


class PermanentError(Exception):
    """The channel will not take this message; the sentence says why."""


class Channel(Protocol):
    """What every channel offers; the whole of it."""

    code: str

    def publish(self, message: Message) -> Receipt: ...

    def check(self, item: str) -> Receipt: ...

    def withdraw(self, item: str) -> Receipt: ...
