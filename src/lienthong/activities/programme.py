"""The programme of an event as it is typed: a line each, "08:00; khai mạc; Phòng Văn hóa - Xã hội"."""

import re

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.core.text import search_fold
from lienthong.organisations.service import Actor, Body

_LINE = re.compile(r"([01]?\d|2[0-3])[:gh]([0-5]\d)\s*;\s*([^;]+?)\s*(?:;\s*([^;]+?)\s*)?")
_MOST = 40


def units_of(actor: Actor) -> "QuerySet[Body]":
    """The office with its units, hamlets and committees: who may lead a line, hold an event or be invited."""
    found: QuerySet[Body] = Body.objects.valid_now().under(actor.own_office)
    return found.order_by("pk")


def read_programme(text: str, actor: Actor) -> list[dict[str, str]]:
    """Lines with ``at``, ``what`` and ``who``; :class:`Refused` names the line that is not understood."""
    names = {search_fold(said): body.label for body in units_of(actor) for said in (body.name, body.label)}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > _MOST:
        raise Refused(_("Chương trình dài hơn 40 dòng. Hãy gộp bớt."), field="programme")
    return [_read(line, names) for line in lines]


def _read(line: str, names: dict[str, str]) -> dict[str, str]:
    found = _LINE.fullmatch(line)
    if found is None:
        raise Refused(
            _("Dòng “%(line)s” chưa đúng. Hãy ghi như: 08:00; Khai mạc; Văn phòng.") % {"line": line[:80]},
            field="programme",
        )
    hour, minute, what, who = found.groups()
    label = names.get(search_fold(who)) if who else ""
    if label is None:
        words = {"who": who[:80], "line": line[:80]}
        raise Refused(
            _("“%(who)s” ở dòng “%(line)s” không phải đơn vị của cơ quan. Hãy ghi tên đơn vị, không ghi tên người.")
            % words,
            field="programme",
        )
    return {"at": f"{int(hour):02}:{minute}", "what": what[:200], "who": label}


def programme_text(lines: list[dict[str, str]]) -> str:
    """The lines as they were typed, to be changed."""
    return "\n".join("; ".join(filter(None, (line["at"], line["what"], line["who"]))) for line in lines)
