"""What stands inside a paragraph of a .docx: its words as printed, and the text boxes and notes that hang on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from vanban.sources.legacy import convert, encoding_of
from vanban.sources.numbering import value_of
from vanban.sources.package import W
from vanban.sources.raised import RAISED
from vanban.sources.styles import ParagraphStyle, Styles

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
LEFT_OUT = {
    W + name for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "delInstrText", "sdtPr", "sdtEndPr")
} | {MC + "Fallback"}
_LETTERS = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "-",
}
#: Characters of Wingdings and Symbol that carry meaning: boxes to tick, arrows, bullets.
_SYMBOLS = {
    "F06F": "☐", "F0A8": "☐", "F0FE": "☒", "F0FD": "☒", "F0FC": "✓", "F0E0": "→", "F0E8": "→", "F0B7": "•", "F02D": "-",
}  # fmt: skip


def is_placeholder(control: etree._Element) -> bool:
    """True for a content control that nobody filled in; what it shows is a hint to the writer."""
    return control.tag == W + "sdt" and control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None


@dataclass(slots=True)
class _Stretch:
    """Words in one font; capitals and letters of old fonts are made when it is known where the stretch ends."""

    text: str
    font: str | None
    caps: bool


@dataclass(slots=True)
class Inside:
    """The inside of a paragraph: its text, its text boxes, and its notes with the marks that stand in the text."""

    stretches: list[_Stretch] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)

    def text(self) -> str:
        parts = []
        for (font, caps), group in groupby(self.stretches, key=lambda stretch: (stretch.font, stretch.caps)):
            text = "".join(stretch.text for stretch in group)
            text = text if font is None else convert(text, font)
            parts.append(text.upper() if caps else text)
        return "".join(parts)


class Runs:
    """Reads paragraphs one after the other; a field may begin in one and end in another."""

    def __init__(self, styles: Styles, notes: dict[tuple[str, str], etree._Element], roots: Iterable[etree._Element]):
        """``roots`` are the parts whose fonts tell whether old ones are used."""
        self._styles = styles
        self._notes = notes
        self._note_count = 0
        #: For every field that is open: does its result stand here, or still its instruction?
        self._fields: list[bool] = []
        fonts = {font.get(W + "ascii") or "" for root in roots for font in root.iter(W + "rFonts")}
        #: Fonts from before Unicode, in the order of their names.
        self.old_fonts = sorted(font for font in fonts if encoding_of(font))

    def read(self, paragraph: etree._Element, style: ParagraphStyle) -> Inside:
        inside = Inside()
        self._collect(paragraph, inside, style, None, style.caps)
        # An instruction never goes on in the next paragraph; one without an end must not swallow the document.
        self._fields = [result for result in self._fields if result]
        return inside

    def _collect(
        self, element: etree._Element, inside: Inside, style: ParagraphStyle, font: str | None, caps: bool
    ) -> None:
        for child in element:
            tag = child.tag
            if tag in (W + "t", _MATH_TEXT):
                self._add(inside, child.text or "", font, caps)
            elif tag == W + "r":
                self._run(child, inside, style, caps)
            elif tag in _LETTERS:
                self._add(inside, _LETTERS[tag], font, caps)
            elif tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag == W + "sym":
                self._add(inside, _SYMBOLS.get((child.get(W + "char") or "").upper(), ""), None, False)
            elif tag in (W + "footnoteReference", W + "endnoteReference"):
                self._note(child, inside)
            elif tag == W + "txbxContent":
                inside.boxes.append(child)
            elif isinstance(tag, str) and tag not in LEFT_OUT and not is_placeholder(child):
                self._collect(child, inside, style, font, caps)

    def _run(self, run: etree._Element, inside: Inside, style: ParagraphStyle, caps: bool) -> None:
        properties = run.find(W + "rPr")
        hidden, upper = self._styles.run(properties)
        if style.hidden if hidden is None else hidden:
            return
        if value_of(properties, "vertAlign") == "superscript":
            text = "".join(item.text or "" for item in run.iterchildren(W + "t"))
            if text.isascii() and text.isdigit():
                self._add(inside, text.translate(RAISED), None, False)
                return
        font = self._styles.font(properties, style.id) if self.old_fonts else None
        self._collect(
            run, inside, style, font if font and encoding_of(font) else None, caps if upper is None else upper
        )

    def _add(self, inside: Inside, text: str, font: str | None, caps: bool) -> None:
        if all(self._fields):
            inside.stretches.append(_Stretch(text, font, caps))

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _note(self, reference: etree._Element, inside: Inside) -> None:
        kind = "footnote" if reference.tag == W + "footnoteReference" else "endnote"
        note = self._notes.get((kind, reference.get(W + "id") or ""))
        if note is not None:
            self._note_count += 1
            mark = str(self._note_count).translate(RAISED)
            self._add(inside, mark, None, False)
            inside.notes.append((mark, note))
