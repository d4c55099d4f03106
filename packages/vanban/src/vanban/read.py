"""Reading: from any bytes to a :class:`~vanban.model.Document`.

A file becomes a :class:`~vanban.source.Source`; the readers of head, ending, body and citations each take that, and
what they found is put together here. A reader that meets something it does not understand leaves a remark, not a guess.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from vanban.body import read_body
from vanban.citations import date_remarks, read_citations
from vanban.esign import signatures
from vanban.head import HeadFields, read_ending, read_head
from vanban.model import Document, Remark
from vanban.places import with_places
from vanban.seals import read_seals
from vanban.source import Source
from vanban.sources import open_pictures, open_source
from vanban.sources.archive import is_archive, members, only_member
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, Unreadable, unreadable
from vanban.zones import split

File = str | os.PathLike[str] | bytes

#: What a name promises; .doc is also what portals call a web page, and everything may be called .txt.
_KINDS = {
    ".pdf": ("pdf",), ".docx": ("docx",), ".docm": ("docx",), ".doc": ("doc", "html", "rtf"), ".rtf": ("rtf",),
    ".odt": ("odt",), ".xlsx": ("xlsx",), ".xlsm": ("xlsx",), ".xls": ("xls", "html"),
    ".html": ("html",), ".htm": ("html",), ".mht": ("html",), ".mhtml": ("html",), ".txt": ("text",), ".md": ("text",),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif"), ("image",)),
}  # fmt: skip
_KIND_NAMES = {
    "pdf": "PDF", "docx": "Word (.docx)", "doc": "Word kiểu cũ (.doc)", "rtf": "RTF", "odt": "OpenDocument (.odt)",
    "xlsx": "Excel (.xlsx)", "xls": "Excel kiểu cũ (.xls)",
    "html": "trang web (HTML)", "text": "văn bản thuần (.txt)", "image": "ảnh",
}  # fmt: skip


def read(
    source: File | Sequence[File],
    *,
    name: str | None = None,
    trust_roots: Iterable[bytes] = (),
    tessdata: str | os.PathLike[str] | None = None,
) -> Document:
    """Read an official document from a path, from the bytes of a file, or from several pictures that are its pages.

    What a file is, is decided by its content; a name (of the path, or ``name`` when bytes are given) that says
    something else gives a remark. Input that cannot be read gives a document without values and with a remark of kind
    "unreadable"; only a missing file raises, as :class:`FileNotFoundError`. ``trust_roots`` are the certificates by
    which electronic signatures are trusted, as :func:`~vanban.esign.signatures` takes them.

    Pictures, and pages of a PDF without a text that can be read, are read with Tesseract where the extra ``[ocr]`` and
    its Vietnamese model are installed; ``tessdata`` is the model's folder, else the variable TESSDATA_PREFIX names it,
    else the usual folders are looked into. Pictures in a sequence are pages in that order.
    """
    if not isinstance(source, str | os.PathLike | bytes):
        return _read_pictures(source, tessdata)
    data = b""
    remarks: tuple[Remark, ...] = ()
    if not isinstance(source, bytes):
        name = name or os.fspath(source)
    try:
        data = _bytes_of(source)
        member = only_member(data) if is_archive(data) else None
        if member is not None:
            data, name, remarks = member.data, member.name, (member.remark,)
        opened = open_source(data, tessdata=tessdata)
    except Unreadable as refusal:
        opened = unreadable(refusal.message, refusal.kind)
    document = read_source(opened)
    document = replace(document, remarks=(*document.remarks, *remarks))
    if opened.kind == "pdf" and not document.unreadable:
        document = replace(document, signatures=signatures(data, trust_roots))
    expected = _KINDS.get(Path(name).suffix.lower()) if name else None
    if expected and opened.kind in _KIND_NAMES and opened.kind not in expected and not document.unreadable:
        promised, found = _KIND_NAMES[expected[0]], _KIND_NAMES[opened.kind]
        message = f"Tên tệp nói là {promised} nhưng nội dung là {found}; đã đọc nội dung."
        document = replace(document, remarks=(*document.remarks, Remark("extension", message)))
    return document


def _read_pictures(files: Sequence[File], tessdata: str | os.PathLike[str] | None) -> Document:
    try:
        return read_source(open_pictures([_bytes_of(file) for file in files], tessdata=tessdata))
    except Unreadable as refusal:
        return read_source(unreadable(refusal.message, refusal.kind))


def read_archive(source: str | os.PathLike[str] | bytes, **options: Any) -> Iterator[tuple[str, Document]]:
    """Read every file of a .zip, one after the other, with its name there; any other file comes alone under "".

    ``options`` are those of :func:`read`. Nothing is written. An archive in an archive is opened, its names then follow
    the name of the inner one. Only a missing file raises, as :class:`FileNotFoundError`.
    """
    try:
        data = _bytes_of(source)
    except Unreadable as refusal:
        return iter([("", read_source(unreadable(refusal.message, refusal.kind)))])
    return _read_members(data, options) if is_archive(data) else iter([("", read(source, **options))])


def _read_members(data: bytes, options: dict[str, Any]) -> Iterator[tuple[str, Document]]:
    try:
        for member in members(data):
            if member.problem is None:
                yield member.name, read(member.data, **{**options, "name": member.name})
            else:
                yield member.name, read_source(unreadable(member.problem, "zip"))
    except Unreadable as refusal:
        yield "", read_source(unreadable(refusal.message, refusal.kind))


def _bytes_of(source: File) -> bytes:
    if isinstance(source, bytes):
        return source
    path = Path(source)
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = "là thư mục" if isinstance(error, IsADirectoryError) else "không mở được (quyền truy cập, ổ đĩa)"
        raise Unreadable(f"“{path.name}” {reason}.") from error


def read_source(source: Source) -> Document:
    """Read a source that is open already."""
    if not source.text:
        return Document(remarks=source.remarks)
    zones = split(source)
    head = read_head(source, zones)
    ending = read_ending(source, zones)
    body = read_body(
        source,
        zones.body,
        zones.appendices,
        document_type=head.type.value if head.type else None,
        document_date=head.date.value if head.date else None,
    )
    cited = read_citations(source, head.number.value if head.number else None)
    document = Document(
        text=source.text,
        number=head.number,
        symbol=head.symbol,
        type=head.type,
        issuer=head.issuer,
        issuer_parent=head.issuer_parent,
        place=head.place,
        date=head.date,
        subject=head.subject,
        system=head.system,
        urgency=head.urgency,
        secrecy=head.secrecy,
        signatory=ending.signatory,
        addressees=head.addressees,
        recipients=ending.recipients,
        outline=body.outline,
        assignments=body.assignments,
        cited=cited,
        footnotes=body.footnotes,
        seals=(*read_seals(source.text), *source.seals),
        handwriting=source.handwriting,
        remarks=(*source.remarks, *_head_remarks(head, source), *ending.remarks, *body.remarks, *date_remarks(cited)),
    )
    return with_places(document, source)


def _head_remarks(head: HeadFields, source: Source) -> list[Remark]:
    """What the head's reader remarked; a number written by hand is not left blank."""
    by_hand = any(found.field == "number" for found in source.handwriting)
    return [remark for remark in head.remarks if not (by_hand and remark.kind == "number-blank")]
