"""What an act answers when it may not or cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Refused(Exception):
    """An act was refused; nothing was changed. ``sentence`` says in Vietnamese what is wrong and what to do."""

    def __init__(self, sentence: StrOrPromise, *, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field


class NotAllowed(Refused):
    """The person has no right to this act."""


def required(text: str, sentence: StrOrPromise = "", field: str = "reason") -> str:
    """``text`` without blanks around it; :class:`Refused` when nothing is left, with ``sentence`` unless it is a reason
    like any other."""
    text = text.strip()
    if not text:
        raise Refused(sentence or _("Hãy ghi lý do."), field=field)
    return text
