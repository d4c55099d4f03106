"""The characters of a page of a PDF with their places, and which of them were stamped.

Everything here runs for every character of every page, so PDFium is called with plain addresses and what it gives is
kept in arrays.
"""

from __future__ import annotations

import ctypes
import re
from array import array
from collections import deque
from collections.abc import Iterator
from itertools import repeat

import pypdfium2
import pypdfium2.raw as pdfium

from vanban.sources.damage import damaged, foreign
from vanban.sources.glyphs import Characters
from vanban.sources.legacy import NOTHING, decode_in_place, encoding_of, prints_capitals, recover
from vanban.sources.limits import require_text_length
from vanban.sources.pdfium import by_address
from vanban.sources.raised import with_raised_figures
from vanban.sources.text import tidy

_loose_box = by_address("FPDFText_GetLooseCharBox", ctypes.c_int, ctypes.c_void_p)
_unicode = by_address("FPDFText_GetUnicode", ctypes.c_int)
_object_of = by_address("FPDFText_GetTextObject", ctypes.c_int, result=ctypes.c_void_p)
_object = by_address("FPDFPage_GetObject", ctypes.c_int, result=ctypes.c_void_p)
_inner_object = by_address("FPDFFormObj_GetObject", ctypes.c_int, result=ctypes.c_void_p)
_font_name = by_address(
    "FPDFText_GetFontInfo", ctypes.c_int, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_void_p, result=ctypes.c_ulong
)
_type = by_address("FPDFPageObj_GetType")
_count_inner = by_address("FPDFFormObj_CountObjects")

#: What PDFium puts for a hyphen at the end of a line.
_HYPHENS = str.maketrans("\x02\ufffe", "--")
_LONGEST_NAME = 200
#: Forms within forms: more than a stamp ever needs.
_DEEPEST = 20


def address_of(pointer: object) -> int:
    """The address that a pointer of PDFium holds."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0  # type: ignore[arg-type]


def objects_of(page: pypdfium2.PdfPage) -> list[int]:
    """The addresses of the objects that are drawn on a page, in order."""
    return list(map(_object, repeat(address_of(page.raw)), range(pdfium.FPDFPage_CountObjects(page))))


def types_of(objects: list[int]) -> list[int]:
    """The kind of each object, as PDFium numbers them."""
    return list(map(_type, objects))


def has_stamps(page: pypdfium2.PdfPage) -> bool:
    """True when something may be drawn over the text of a page: a signature field or a note, not only links."""
    drawn = (_type(_object(address_of(page.raw), index)) for index in range(pdfium.FPDFPage_CountObjects(page)))
    if not any(kind in (pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM) for kind in drawn):
        return False
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            try:
                if pdfium.FPDFAnnot_GetSubtype(annotation) not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
                    return True
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)
    return False


def read_characters(page: pypdfium2.PdfPage, *, flattened: bool) -> tuple[Characters, Characters]:
    """The characters printed on a page, and those that flattening its stamps has added after them."""
    textpage = page.get_textpage()
    try:
        raw, count = address_of(textpage.raw), textpage.count_chars()
        require_text_length(count, "pdf")
        text = _text(textpage.raw, raw, count)
        strange = foreign(text) and foreign(tidy(text))
        final = _in_unicode(text, raw) if strange else text
        boxes = _boxes(page, raw, len(text))
        whole = Characters(final, boxes, legacy=final != text, strange=strange)
        printed, stamped = whole.split(_begin_of_stamps(page, raw, len(text)) if flattened else len(text))
        return with_raised_figures(printed), stamped
    finally:
        textpage.close()


def _text(pointer: object, raw: int, count: int) -> str:
    """One character for each of PDFium's, so that both count alike."""
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium.FPDFText_GetText(pointer, 0, count, buffer)
    text = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace").rstrip("\0")
    if len(text) != count:
        codes = map(_unicode, repeat(raw), range(count))
        text = "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else NOTHING for code in codes)
    return text.translate(_HYPHENS) if "\x02" in text or "\ufffe" in text else text


def _in_unicode(text: str, raw: int) -> str:
    """``text`` with the words in fonts of TCVN3 and VNI converted, each character in its place.

    Where no font says so by its name, the page is converted if nearly all of it becomes Vietnamese.
    """
    pieces, legacy = [], False
    for word in re.finditer(r"\S+|\s+", text):
        font = _font(raw, word.start()) if not word[0].isspace() else ""
        encoding = encoding_of(font)
        piece = decode_in_place(word[0], encoding) if encoding else word[0]
        pieces.append(piece.upper() if encoding == "TCVN3" and prints_capitals(font) else piece)
        legacy = legacy or encoding is not None
    if legacy:
        return "".join(pieces)
    recovered = recover(text) if damaged(text) else None
    return decode_in_place(text, recovered[1]) if recovered else text


def _font(raw: int, index: int) -> str:
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    length = _font_name(raw, index, name, _LONGEST_NAME, None)
    return name.raw[: max(0, min(length, _LONGEST_NAME) - 1)].decode("utf-8", "replace")


def _boxes(page: pypdfium2.PdfPage, raw: int, count: int) -> array[float]:
    """Four numbers a character: x0, y0, x1, y1 in points from the upper left corner of the page as shown."""
    buffer = ctypes.create_string_buffer(16 * count)
    start = ctypes.addressof(buffer)
    deque(map(_loose_box, repeat(raw), range(count), range(start, start + 16 * count, 16)), maxlen=0)
    found = array("f", buffer.raw[: 16 * count])
    # PDFium gives left, top, right, bottom.
    left, bottom, right, top = page.get_cropbox()
    turned = page.get_rotation()
    if turned == 0 and left == 0:
        # The common case: only up and down are to be turned round.
        found[1::4], found[3::4] = _from(found[1::4], top), _from(found[3::4], top)
        return found
    x0, y1, x1, y0 = found[0::4], found[1::4], found[2::4], found[3::4]
    if turned == 90:
        x0, y0, x1, y1 = _less(y0, bottom), _less(x0, left), _less(y1, bottom), _less(x1, left)
    elif turned == 180:
        x0, y0, x1, y1 = _from(x1, right), _less(y0, bottom), _from(x0, right), _less(y1, bottom)
    elif turned == 270:
        x0, y0, x1, y1 = _from(y1, top), _from(x1, right), _from(y0, top), _from(x0, right)
    else:
        x0, y0, x1, y1 = _less(x0, left), _from(y1, top), _less(x1, left), _from(y0, top)
    found[0::4], found[1::4], found[2::4], found[3::4] = x0, y0, x1, y1
    return found


def _less(places: array[float], edge: float) -> array[float]:
    return array("f", [place - edge for place in places])


def _from(places: array[float], edge: float) -> array[float]:
    return array("f", [edge - place for place in places])


def _begin_of_stamps(page: pypdfium2.PdfPage, raw: int, count: int) -> int:
    """Where the characters of the last object of the page begin: flattening puts all stamps into one at the end."""
    last = objects_of(page)[-1:]
    stamped = set(_texts_within(last[0])) if last and types_of(last)[0] == pdfium.FPDF_PAGEOBJ_FORM else set()
    begin = count
    for index in range(count - 1, -1, -1) if stamped else ():
        owner = _object_of(raw, index)
        # Blanks and line ends that PDFium makes up belong to nothing.
        if owner and owner not in stamped:
            break
        begin = index
    return begin


def _texts_within(form: int, depth: int = 0) -> Iterator[int]:
    for index in range(_count_inner(form) if depth < _DEEPEST else 0):
        inner = _inner_object(form, index)
        if _type(inner) == pdfium.FPDF_PAGEOBJ_FORM:
            yield from _texts_within(inner, depth + 1)
        else:
            yield inner
