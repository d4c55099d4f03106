"""The contract of a channel: publish, look after an own item, withdraw an own item. Nothing else.

A channel reads back the state and the total counts of an item that the office itself published, never comments,
followers, names or profiles: there is no method for it, and a test refuses a channel that offers one.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from django import forms
    from django_stubs_ext import StrOrPromise


class Settle(StrEnum):
    """How an attempt is settled whose outcome nobody knows: the worker died, or no answer came.

    ``IDEMPOTENT``: publishing again under the same reference makes no second item, by the nature of the channel.
    ``LOOK_UP``: our own recent items are searched for our reference before any further try.
    ``ASK``: nothing is sent again; a person says what happened.
    """

    IDEMPOTENT = "idempotent"
    LOOK_UP = "look-up"
    ASK = "ask"


class ItemState(StrEnum):
    """What a channel says of an item of ours. ``WAITING``: taken, but somebody there has yet to let it out."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A stored file of a message: ``path`` in the file storage, and the hash under which it was approved.

    ``alt`` what is to be seen or heard, ``credit`` whose it is, ``rights`` by which right it is used, in words.
    """

    path: str
    sha256: str
    name: str
    content_type: str
    alt: str = ""
    credit: str = ""
    rights: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """An approved text, exactly as it was approved; ``approval`` names the frozen version and who approved it.

    ``text`` is plain, ``html`` the same for channels that take it. ``reference`` is ours, one for each delivery
    ("LT-7K3Q-2MXA"); ``link`` the address of the full text, where there is one; ``extra`` plain JSON values that one
    kind of channel needs beyond the others (seconds of speech, the poster's format). Channels that keep one item for
    all versions of a thing read there ``thing`` and ``version``, who approved and wrote it (``approved_by``,
    ``approved_at``, ``written_by``; people as opaque keys), and what the public is told of a ``correction``.
    """

    title: str
    text: str
    approval: str
    files: tuple[Attachment, ...] = ()
    html: str = ""
    summary: str = ""
    link: str = ""
    starts_at: datetime | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a channel gave back for one delivery. ``counts`` are totals only, such as {"views": 120}.

    ``sentence``: what the channel said, when it refused.
    """

    item: str
    state: ItemState
    url: str = ""
    counts: Mapping[str, int] | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel takes; None where it sets no limit. ``per_minute`` and ``per_day`` are messages of one outlet."""

    title: int | None = None
    text: int | None = None
    summary: int | None = None
    files: int | None = None
    file_bytes: int | None = None
    content_types: tuple[str, ...] | None = None
    needs_file: bool = False
    per_minute: int | None = None
    per_day: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What a message will look like on the channel: a template, and what it shows."""

    template: str
    context: dict[str, Any]


@dataclass(slots=True)
class Account:
    """What a channel is told of the outlet for which it works.

    ``renew(exchange)`` calls ``exchange(secrets)`` for new secrets and their end, in one worker at a time, and keeps
    them at once: services whose tokens turn over with each use take the old one only once.
    """

    outlet: int
    office: int
    name: str
    options: Mapping[str, Any]
    secrets: dict[str, str]
    renew: Callable[[Callable[[dict[str, str]], tuple[dict[str, str], datetime | None]]], None]


class PassingError(Exception):
    """Nothing was published, and the channel may take the same message later; ``retry_after`` where it says when."""

    def __init__(self, sentence: str = "", *, retry_after: timedelta | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.retry_after = retry_after


class PermanentError(Exception):
    """Nothing was published, and the channel will not take this message; the sentence says why, in Vietnamese."""

    def __init__(self, sentence: StrOrPromise) -> None:
        super().__init__(str(sentence))
        self.sentence = str(sentence)


class UnknownOutcome(Exception):
    """The message was on its way and no answer came. Any exception but the two above is taken for this one."""


class Channel(ABC):
    """What every channel offers; the whole of it.

    ``options_form`` are the fields of an outlet, those named in ``secret_fields`` are kept encrypted. ``shows_within``:
    how long a published item may take to appear in ``find``. ``check_every``: how often an item that waits there is
    asked about; None where the answer comes by itself; after ``waits_at_most`` a person looks. ``waiting`` is what
    people read meanwhile. ``outside`` is False for a channel that needs no service of others. ``page``: the name of
    the address of a page of the channel's own, with ``page_label`` on the link to it. ``shows_corrections``: it tells
    by itself what ``extra["correction"]`` says; on every other channel the words of the message do. ``count_labels``:
    what people read for the names of its totals.
    """

    code: ClassVar[str]
    label: ClassVar[StrOrPromise]
    settle: ClassVar[Settle]
    options_form: ClassVar[type[forms.Form]]
    limits: ClassVar[Limits] = Limits()
    secret_fields: ClassVar[tuple[str, ...]] = ()
    shows_within: ClassVar[timedelta] = timedelta(0)
    check_every: ClassVar[timedelta | None] = timedelta(minutes=5)
    waits_at_most: ClassVar[timedelta] = timedelta(days=3)
    waiting: ClassVar[StrOrPromise] = ""
    outside: ClassVar[bool] = True
    page: ClassVar[str] = ""
    page_label: ClassVar[StrOrPromise] = ""
    shows_corrections: ClassVar[bool] = False
    count_labels: ClassVar[Mapping[str, StrOrPromise]] = {}
    #: Templates call whatever can be called; a channel in a list is shown, not made.
    do_not_call_in_templates: ClassVar[bool] = True

    def __init__(self, account: Account) -> None:
        self.account = account

    def preview(self, message: Message) -> Preview:
        """Made here, without asking anybody; the message as it is, unless the channel shows it in its own way."""
        return Preview("channels/plain.html", {"message": message})

    @abstractmethod
    def publish(self, message: Message) -> Receipt: ...

    @abstractmethod
    def check(self, item: str) -> Receipt: ...

    @abstractmethod
    def withdraw(self, item: str) -> Receipt: ...

    def find(self, reference: str) -> Receipt | None:
        """Our own recent item with this reference; only channels that settle by looking up have it."""
        raise NotImplementedError(self.code)
