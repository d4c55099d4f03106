"""The draft of the document that corrects an issued one (Nghị định 30/2020/NĐ-CP, Điều 18.3).

Wrong content: a document of the same kind that stands in its place. Wrong form: an official letter (*công văn đính
chính*). From there it is a draft like any other: whoever writes it changes these first words.
"""

from __future__ import annotations

import re
from typing import Any

from lienthong.audit.service import record
from lienthong.core.language import kept, site_language
from lienthong.corrections import events
from lienthong.corrections.models import Correction
from lienthong.corrections.own import numbered_name
from lienthong.drafting.service import Draft, basis_of, begin_draft, long_day, write_draft, write_section
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument

#: "Như Điều 3" in the list of a decision.
_ARTICLE = re.compile(r"như điều (\d+)\b", re.IGNORECASE)


def begin_its_draft(actor: Actor, correction: Correction) -> Draft:
    """In the transaction of an act that asked for the right."""
    correction.draft = draft = _draft_for(actor, correction)
    correction.save(update_fields=["draft"])
    record(events.DRAFTED, correction, by=actor.stamp, title=draft.title)
    return draft


def _draft_for(actor: Actor, correction: Correction) -> Draft:
    document = correction.document
    assert document is not None, "a correction of a document"
    with site_language():
        if correction.fault == Correction.Fault.CONTENT:
            return _in_its_place(actor, document)
        return _letter(actor, document, correction)


def _in_its_place(actor: Actor, document: OfficialDocument) -> Draft:
    draft = begin_draft(actor, type=document.type or "khác", subject=document.subject, like=document)
    values = {"bases": basis_of(document, draft.office)} | _filled(_receivers(document))
    draft = write_draft(actor, draft, values=values, seen=draft.version)
    section = _where_it_holds(draft)
    said = kept("%(new)s này thay thế %(old)s %(day)s.") % {
        "new": draft.get_type_display(), "old": numbered_name(document), "day": long_day(document),
    }  # fmt: skip
    text = "\n".join(filter(None, (section.text, said)))
    write_section(actor, section, values={"text": text}, seen=section.version)
    return draft


def _where_it_holds(draft: Draft) -> Any:
    """The section that says from when the document holds; the last where none does."""
    sections = list(draft.sections.all())
    assert sections, "every draft begins with a section"
    holds = (one for one in sections if "hiệu lực" in f"{one.title} {one.text}".casefold())
    return next(holds, sections[-1])


def _letter(actor: Actor, document: OfficialDocument, correction: Correction) -> Draft:
    name = {"name": numbered_name(document), "day": long_day(document)}
    draft = begin_draft(actor, type="công văn", subject=kept("đính chính %(name)s %(day)s") % name)
    draft = write_draft(actor, draft, values=_filled(_letter_goes_to(document)), seen=draft.version)
    first = draft.sections.first()
    assert first is not None, "every draft begins with a section"
    lines = [
        kept("%(office)s đã ban hành %(basis)s. Nay đính chính như sau:")
        % {"office": draft.office.name, "basis": basis_of(document, draft.office)},
        kept("- Đã in là: %(words)s") % {"words": " ".join(correction.claim.split())},
        kept("- Nay đính chính là: %(words)s") % {"words": " ".join(correction.truth.split())},
        kept("Các nội dung khác của %(name)s %(day)s giữ nguyên.") % name,
    ]
    write_section(actor, first, values={"text": "\n".join(lines)}, seen=first.version)
    return draft


def _receivers(document: OfficialDocument) -> dict[str, str]:
    """Whoever had the wrong document gets the one that corrects it; "" where its register says of nobody."""
    return {"addressees": "\n".join(document.addressees), "recipients": "\n".join(_lines(document))}


def _filled(values: dict[str, str]) -> dict[str, str]:
    """What is empty leaves what the draft begins with."""
    return {name: words for name, words in values.items() if words}


def _letter_goes_to(document: OfficialDocument) -> dict[str, str]:
    """A letter speaks to those who had a copy where the old document spoke to nobody; the archive keeps one as before.

    "Như Điều 3" of a decision are those whom its article names.
    """
    if document.addressees:
        return _receivers(document)
    lines, name = _lines(document), numbered_name(document)
    to = []
    for line in lines:
        if article := _ARTICLE.match(line):
            words = {"article": article[1], "name": name}
            to.append(kept("Các cơ quan, đơn vị, cá nhân nêu tại Điều %(article)s %(name)s") % words)
        elif not line.lower().startswith(("lưu", "như ")):
            to.append(line)
    kept_ones = [line for line in lines if line.lower().startswith("lưu")]
    copies = [kept("Như trên"), *kept_ones] if to else lines
    return {"addressees": "\n".join(to), "recipients": "\n".join(copies)}


def _lines(document: OfficialDocument) -> list[str]:
    """The lines of "Nơi nhận" as a draft has them: without the marks of the printed list."""
    return [clean for line in document.recipients if (clean := line.lstrip("- ").rstrip(";. "))]
