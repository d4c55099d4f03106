"""A draft as the writer of the library takes it: one plain form for the file, the checks and what is frozen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from vanban import compose
from vanban.compose import ModelError, model_of

from lienthong.core.amounts import amount_words
from lienthong.core.hashing import sha256_of
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.drafting.models import Draft, DraftSection, DraftTask
from lienthong.organisations.service import Body, SigningAuthority

#: Kinds whose sections are articles ("Điều 1. …").
IN_ARTICLES = ("quyết định", "nghị quyết")
#: What stands before the title of who signs, by form; the State's lines name the authority first (Điều 13).
_STATE_LINES = {
    "TM.": ("TM. ỦY BAN NHÂN DÂN",),
    "KT.": ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
    "TL.": ("TL. CHỦ TỊCH",),
    "TUQ.": ("TUQ. CHỦ TỊCH",),
    "Q.": (),
    "": (),
}
_PARTY_LINES = {
    "T/M": ("T/M BAN THƯỜNG VỤ",),
    "K/T": ("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ"),
    "T/L": ("T/L BAN THƯỜNG VỤ",),
}


def content_of(draft: Draft) -> dict[str, Any]:
    """The draft in the form of ``vanban.compose.model_of``; without a number and a day, which the clerk gives."""
    office = draft.office
    content: dict[str, Any] = {
        "type": draft.type,
        "system": system_of(office),
        "issuer": office.name,
        "symbol": draft.symbol,
        "subject": draft.subject,
        "addressees": lines(draft.addressees),
        "bases": lines(draft.bases),
        "recipients": lines(draft.recipients),
        "body": list(_body(draft)),
    }
    if office.place:
        content["place"] = office.place
    if draft.signing is not None:
        content["signature"] = signature_of(draft.signing)
    return content


def docx_of(content: dict[str, Any], **head: Any) -> bytes:
    """The Word file of a content; ``head`` adds number, date or the mark of a draft."""
    return _written(content | head, "docx")


def pdf_of(content: dict[str, Any], **head: Any) -> bytes:
    """The same as PDF."""
    return _written(content | head, "pdf")


def _written(content: dict[str, Any], to: str) -> bytes:
    try:
        with site_language():
            return compose(model_of(content), to=to)  # type: ignore[arg-type]
    except ModelError as error:
        raise Refused(str(error)) from error


def hash_of(content: dict[str, Any]) -> str:
    """SHA-256 of a content in canonical JSON."""
    return sha256_of(content)


def system_of(office: Body) -> str:
    return {"party": "party", "front": "front"}.get(office.kind, "state")


def signature_of(signing: SigningAuthority) -> dict[str, Any]:
    """The block of who signs (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.7)."""
    known = _PARTY_LINES if "/" in signing.form else _STATE_LINES
    position = signing.position
    return {
        "authority": list(known.get(signing.form, ())),
        "title": position.title.upper(),
        "name": str(position.user),
    }


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _body(draft: Draft) -> Iterator[dict[str, Any]]:
    for section in draft.sections.prefetch_related("tasks"):
        texts = lines(section.text)
        if draft.type in IN_ARTICLES and section.level == 1:
            yield from _article(section, texts)
        else:
            if section.title:
                yield {"heading": section.title, "level": section.level}
            yield from map(_paragraph, texts)
        tasks = list(section.tasks.all())
        if tasks:
            yield {"tasks": [_task(task) for task in tasks]}


def _article(section: DraftSection, texts: list[str]) -> Iterator[dict[str, Any]]:
    if not texts:
        raise Refused(_("Một điều của dự thảo chưa có nội dung."))
    yield {"article": texts[0]} | ({"title": section.title} if section.title else {})
    yield from map(_paragraph, texts[1:])


def _paragraph(line: str) -> dict[str, Any]:
    return {"item": line[1:].strip()} if line.startswith(("-", "–")) else {"paragraph": line}


def _task(task: DraftTask) -> dict[str, Any]:
    row = {
        "text": task.text,
        "lead": names(task.lead),
        "support": names(task.support),
        "when": task.when,
        "frequency": task.frequency,
        "product": task.product,
        "funding": funding_of(task),
    }
    return {name: value for name, value in row.items() if value}


def names(printed: str) -> list[str]:
    """The bodies of a printed list, which are parted by semicolons."""
    return [name.strip() for name in printed.split(";") if name.strip()]


def funding_of(task: DraftTask) -> str:
    """What the row prints of its money: "15.000.000 đồng ngân sách xã"."""
    amount = f"{amount_words(task.funding_amount)} đồng" if task.funding_amount is not None else ""
    return " ".join(part for part in (amount, task.funding_source) if part)
