"""Old Word files, RTF and OpenDocument, read with the programs that know them.

LibreOffice turns the file into a .docx, which is then read as any other: numbering, tables and footnotes are
all there. Where it is not installed, antiword gives the words and tables of a .doc, but no automatic numbers of lists,
no footnotes and no line breaks inside a paragraph; a remark says so.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from vanban.model import Remark
from vanban.source import Source
from vanban.sources import programs
from vanban.sources.building import Row, TextBuilder
from vanban.sources.docx import read_docx
from vanban.sources.kinds import macros_of
from vanban.sources.limits import Unreadable
from vanban.sources.rows import add_rows

_NAMES = {"doc": "Word kiểu cũ (.doc)", "rtf": "RTF", "odt": "OpenDocument (.odt)"}
_PLAIN = Remark(
    "converted",
    "Đọc bằng antiword: có thể thiếu số thứ tự tự động, cước chú và chỗ xuống dòng trong đoạn. "
    "Hãy cài LibreOffice để đọc đủ.",
)
#: Where paragraphs and headings of the text stand; those of tables, notes and properties stand elsewhere.
_FLOW = ("chapter", "sect1", "sect2", "sect3", "sect4", "sect5", "listitem")
#: How the stream of a .doc begins (FibBase, [MS-DOC] 2.5.2; the second of Word 6 and 95), and its flag of encryption.
_FIB = (b"\xec\xa5", b"\xdc\xa5")
_SECTOR, _FLAGS, _ENCRYPTED = 512, 10, 0x0100


def read_office(data: bytes, kind: str) -> Source:
    """Read the bytes of a "doc", "rtf" or "odt"; raises :class:`Unreadable`."""
    if kind == "doc":
        _require_word(data)
    require_program(kind)
    source = _read(data, kind)
    return replace(source, remarks=(*source.remarks, *macros_of(data)))


def _require_word(data: bytes) -> None:
    """Refuse what is protected or broken before a program spends minutes on it."""
    start = next((at for at in range(_SECTOR, len(data), _SECTOR) if data[at : at + 2] in _FIB), None)
    if start is None:
        raise Unreadable(_broken("doc"), "doc")
    if int.from_bytes(data[start + _FLAGS : start + _FLAGS + 2], "little") & _ENCRYPTED:
        raise Unreadable("Tệp Word được bảo vệ bằng mật khẩu. Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại.", "doc")


def _read(data: bytes, kind: str) -> Source:
    program = programs.office()
    reader = programs.antiword() if kind == "doc" else None
    if program is not None:
        converted = programs.convert(program, data, f".{kind}", "docx")
        if converted is not None:
            return _read_converted(converted, kind)
    if reader is not None:
        book = programs.docbook(reader, data)
        if book is not None:
            return _read_docbook(book)
    raise Unreadable(_broken(kind), kind)


def _broken(kind: str) -> str:
    return (
        f"Tệp {_NAMES[kind]} bị hỏng, có mật khẩu hoặc chuyển đổi không xong. Hãy mở bằng Word và lưu lại dạng .docx."
    )


def require_program(kind: str) -> None:
    """Raise :class:`Unreadable` where a file of this kind needs a program that is not installed."""
    if kind not in _NAMES or programs.office() or (kind == "doc" and programs.antiword()):
        return
    wanted = "LibreOffice hoặc antiword" if kind == "doc" else "LibreOffice"
    raise Unreadable(
        f"Tệp {_NAMES[kind]}: máy này chưa cài {wanted} để đọc. Hãy cài, hoặc mở bằng Word và lưu lại dạng .docx.", kind
    )


def _read_converted(data: bytes, kind: str) -> Source:
    try:
        source = read_docx(data)
    except Unreadable as refusal:
        raise Unreadable(refusal.message, kind) from refusal
    return replace(source, kind=kind)


def _read_docbook(data: bytes) -> Source:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    lines = TextBuilder("doc")
    for block in () if root is None else root.iter("para", "title", "informaltable"):
        if block.tag == "informaltable":
            add_rows(lines, [_row(row) for row in block.iter("row")])
        elif (parent := block.getparent()) is not None and parent.tag in _FLOW:
            lines.add(" ".join(_words(block).split()))
    return lines.source("Tệp Word không có chữ nào. Hãy dùng tệp gốc có chữ.", (_PLAIN,))


def _row(row: etree._Element) -> Row:
    return [
        (place, "\n".join(line.strip() for line in _words(entry).splitlines() if line.strip()))
        for place, entry in enumerate(row.iter("entry"))
    ]


def _words(element: etree._Element) -> str:
    """The words of a paragraph without its tables and footnotes, of which antiword gives no text here."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in ("informaltable", "footnote"):
            parts.append(_words(child))
        parts.append(child.tail or "")
    return "".join(parts)
