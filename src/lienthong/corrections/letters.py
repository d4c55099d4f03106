"""The draft of the document that corrects an issued one (Nghị định 30/2020/NĐ-CP, Điều 18.3).

Wrong content: a document of the same kind that stands in its place. Wrong form: an official letter (*công văn đính
chính*). From there it is a draft like any other: whoever writes it changes these first words.
"""

from __future__ import annotations

from typing import Any

from lienthong.audit.service import record
from lienthong.core.language import kept, site_language
from lienthong.corrections import events
from lienthong.corrections.models import Correction
from lienthong.corrections.own import numbered_name
from lienthong.drafting.service import Draft, basis_of, begin_draft, write_draft, write_section
from lienthong.organisations.service import Actor
from lienthong.registry.service import OfficialDocument


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
    values = {"bases": basis_of(document, draft.office)} | _receivers(draft, document)
    draft = write_draft(actor, draft, values=values, seen=draft.version)
    section = _where_it_holds(draft)
    said = kept("%(new)s này thay thế %(old)s %(day)s.") % {
        "new": draft.get_type_display(), "old": _lowered(numbered_name(document)), "day": _long_day(document),
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
    name = {"name": _lowered(numbered_name(document)), "day": _long_day(document)}
    draft = begin_draft(actor, type="công văn", subject=kept("đính chính %(name)s %(day)s") % name)
    values = _receivers(draft, document)
    values.setdefault("addressees", "\n".join(_of_old(document)))
    draft = write_draft(actor, draft, values=values, seen=draft.version)
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


def _receivers(draft: Draft, document: OfficialDocument) -> dict[str, str]:
    """Whoever had the wrong document gets the one that corrects it."""
    found = {}
    if document.addressees:
        found["addressees"] = "\n".join(document.addressees)
    if document.recipients:
        found["recipients"] = "\n".join(line.lstrip("- ").rstrip(";. ") for line in document.recipients)
    return found


def _of_old(document: OfficialDocument) -> list[str]:
    """To whom a letter speaks when the old document spoke to nobody: those that had a copy, the archive left out."""
    lines = [line.lstrip("- ").rstrip(";. ") for line in document.recipients]
    return [line for line in lines if line and not line.lower().startswith(("lưu", "như "))]


def _lowered(name: str) -> str:
    return f"{name[:1].lower()}{name[1:]}"


def _long_day(document: OfficialDocument) -> str:
    """ "ngày 02 tháng 3 năm 2026", as a document is named in running text."""
    day = document.dated.split("-")
    return f"ngày {day[2]} tháng {int(day[1])} năm {day[0]}" if len(day) == 3 else ""
