"""``fix``: a copy of a .docx with its layout mended and nothing else touched.

Every run keeps its text. Only the parts that hold what is mended (the main document, a header with the page number)
are written anew; all others go into the copy as they are.
"""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from vanban.check import Checkable, inspect
from vanban.check.departures import Change, Departure
from vanban.check.formatting import TWIPS
from vanban.check.model import Finding, Report
from vanban.sources.package import W

_MAIN = "word/document.xml"
# The order of the schema (ECMA-376, part 1): Word calls a file damaged whose properties stand otherwise.
_RUN_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath ins del moveFrom moveTo rPrChange"
)
_PARAGRAPH_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_SECTION_ORDER = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """The copy, what was mended in it, and what a check of the copy still finds."""

    data: bytes
    done: tuple[Finding, ...]
    left: Report


class NotMendable(ValueError):
    """The file is no .docx that can be written anew; the message is a Vietnamese sentence."""


def fix(source: Checkable) -> Mended:
    """A mended copy of a .docx (a path or its bytes); raises :class:`NotMendable`, and FileNotFoundError.

    A second ``fix`` of the copy changes nothing.
    """
    data = source if isinstance(source, bytes) else _bytes(source)
    inspection = inspect(data)
    if inspection.report.unreadable or not data.startswith(b"PK\x03\x04") or not _has_main(data):
        raise NotMendable("Chỉ sửa được thể thức của tệp .docx đọc được.")
    mendable = [departure for departure in inspection.departures if departure.changes]
    if not mendable:
        return Mended(data, (), inspection.report)
    copy = _rewritten(data, mendable)
    return Mended(copy, tuple(departure.finding for departure in mendable), inspect(copy).report)


def _bytes(source: Any) -> bytes:
    with open(source, "rb") as file:
        return bytes(file.read())


def _has_main(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _MAIN in archive.namelist()


def _rewritten(data: bytes, departures: list[Departure]) -> bytes:
    changes: dict[str, list[Change]] = defaultdict(list)
    for departure in departures:
        changes[departure.part].extend(departure.changes)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        copy.comment = archive.comment
        for entry in archive.infolist():
            part = archive.read(entry)
            if entry.filename in changes:
                part = _changed(part, changes[entry.filename])
            copy.writestr(entry, part, compress_type=entry.compress_type)
    return target.getvalue()


def _changed(part: bytes, changes: list[Change]) -> bytes:
    """The part with the changes; it is parsed again, because reading leaves comments out."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(part, parser)
    if not root.tag.startswith(W):
        raise NotMendable("Tệp .docx lưu theo kiểu “Strict Open XML”; hãy lưu lại dạng .docx thường rồi sửa.")
    seen = changes[0].element.getroottree().getroot()
    again = dict(zip(seen.iter(etree.Element), root.iter(etree.Element), strict=True))
    for change in changes:
        _ACTS[change.name](again[change.element], change.value)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _ordered(parent: etree._Element, name: str, order: str) -> etree._Element:
    """The child ``name`` of ``parent``, made in its place if it is not there."""
    found = parent.find(W + name)
    if found is not None:
        return found
    made = etree.Element(W + name)
    names = order.split()
    after = set(names[names.index(name) + 1 :])
    at = next((i for i, child in enumerate(parent) if etree.QName(child).localname in after), len(parent))
    parent.insert(at, made)
    return made


def _properties(element: etree._Element, name: str) -> etree._Element:
    found = element.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        element.insert(0, found)
    return found


def _run(name: str, element: etree._Element) -> etree._Element:
    return _ordered(_properties(element, "rPr"), name, _RUN_ORDER)


def _paragraph(name: str, element: etree._Element) -> etree._Element:
    return _ordered(_properties(element, "pPr"), name, _PARAGRAPH_ORDER)


def _drop(element: etree._Element, *names: str) -> None:
    for name in names:
        if W + name in element.attrib:
            del element.attrib[W + name]


def _font(run: etree._Element, name: str) -> None:
    fonts = _run("rFonts", run)
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(W + script, name)
        _drop(fonts, "cstheme" if script == "cs" else f"{script}Theme")


def _size(run: etree._Element, points: float) -> None:
    for name in ("sz", "szCs"):
        _run(name, run).set(W + "val", str(round(points * 2)))


def _toggle(*names: str) -> Callable[[etree._Element, bool], None]:
    def act(run: etree._Element, wanted: bool) -> None:
        for name in names:
            _run(name, run).set(W + "val", "1" if wanted else "0")

    return act


def _underline(run: etree._Element, wanted: bool) -> None:
    _run("u", run).set(W + "val", "single" if wanted else "none")


def _align(paragraph: etree._Element, value: str) -> None:
    _paragraph("jc", paragraph).set(W + "val", value)


def _first_line(paragraph: etree._Element, points: float) -> None:
    indent = _paragraph("ind", paragraph)
    _drop(indent, "hanging", "hangingChars", "firstLineChars", "start", "startChars", "leftChars")
    indent.set(W + "left", "0")
    indent.set(W + "firstLine", str(round(points * 20)))


def _before(paragraph: etree._Element, points: float) -> None:
    spacing = _paragraph("spacing", paragraph)
    spacing.set(W + "before", str(round(points * 20)))
    _drop(spacing, "beforeLines")
    spacing.set(W + "beforeAutospacing", "0")
    _paragraph("contextualSpacing", paragraph).set(W + "val", "0")


def _line(rule: str, unit: int) -> Callable[[etree._Element, float], None]:
    def act(paragraph: etree._Element, value: float) -> None:
        spacing = _paragraph("spacing", paragraph)
        spacing.set(W + "line", str(round(value * unit)))
        spacing.set(W + "lineRule", rule)

    return act


def _sheet(size: etree._Element, value: tuple[float, float]) -> None:
    for name, length in zip(("w", "h"), value, strict=True):
        size.set(W + name, str(round(length * TWIPS)))


def _margin(side: str) -> Callable[[etree._Element, float], None]:
    def act(margins: etree._Element, value: float) -> None:
        margins.set(W + side, str(round(value * TWIPS)))
        if side == "left":
            margins.set(W + "gutter", "0")

    return act


def _title_page(section: etree._Element, wanted: bool) -> None:
    _ordered(section, "titlePg", _SECTION_ORDER).set(W + "val", "1" if wanted else "0")


_ACTS: dict[str, Callable[[etree._Element, Any], None]] = {
    "font": _font,
    "size": _size,
    "bold": _toggle("b", "bCs"),
    "italic": _toggle("i", "iCs"),
    "caps": _toggle("caps"),
    "underline": _underline,
    "align": _align,
    "first_line": _first_line,
    "before": _before,
    "lines": _line("auto", 240),
    "line_points": _line("exact", 20),
    "page_size": _sheet,
    "margin-top": _margin("top"),
    "margin-bottom": _margin("bottom"),
    "margin-left": _margin("left"),
    "margin-right": _margin("right"),
    "title-page": _title_page,
}
