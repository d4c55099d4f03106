"""Reading: from any bytes to a :class:`~vanban.model.Document`.

A file becomes a :class:`~vanban.source.Source`; the readers of head, ending, body and citations each take that, and
what they found is put together here. A reader that meets something it does not understand leaves a remark, not a guess.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from vanban.body import read_body
from vanban.citations import date_remarks, read_citations
from vanban.esign import signatures
from vanban.head import HeadFields, read_ending, read_head
from vanban.model import Document, Remark
from vanban.places import with_places
from vanban.source import Source
from vanban.sources import open_pictures, open_source
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, unreadable
from vanban.zones import split

File = str | os.PathLike[str] | bytes

_KINDS = {
    ".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".txt": "text", ".md": "text",
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif"), "image"),
}  # fmt: skip
_KIND_NAMES = {"pdf": "PDF", "docx": "Word (.docx)", "text": "văn bản thuần (.txt)", "image": "ảnh"}


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
    data, opened = _open(source, tessdata)
    if not isinstance(source, bytes):
        name = name or os.fspath(source)
    document = read_source(opened)
    if opened.kind == "pdf" and not document.unreadable:
        document = replace(document, signatures=signatures(data, trust_roots))
    expected = _KINDS.get(Path(name).suffix.lower()) if name else None
    if expected and expected != opened.kind and not document.unreadable:
        message = (
            f"Tên tệp nói là {_KIND_NAMES[expected]} nhưng nội dung là {_KIND_NAMES[opened.kind]}; đã đọc nội dung."
        )
        document = replace(document, remarks=(*document.remarks, Remark("extension", message)))
    return document


def _read_pictures(files: Sequence[File], tessdata: str | os.PathLike[str] | None) -> Document:
    loaded = [_bytes_of(file) for file in files]
    if refusal := next((file for file in loaded if isinstance(file, Source)), None):
        return read_source(refusal)
    return read_source(open_pictures([file for file in loaded if isinstance(file, bytes)], tessdata=tessdata))


def _open(source: File, tessdata: str | os.PathLike[str] | None) -> tuple[bytes, Source]:
    data = _bytes_of(source)
    return (b"", data) if isinstance(data, Source) else (data, open_source(data, tessdata=tessdata))


def _bytes_of(source: File) -> bytes | Source:
    """The bytes of a file, or a source that says why there are none."""
    if isinstance(source, bytes):
        return source
    path = Path(source)
    try:
        if path.stat().st_size > MAX_BYTES:
            return unreadable(TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = "là thư mục" if isinstance(error, IsADirectoryError) else "không mở được (quyền truy cập, ổ đĩa)"
        return unreadable(f"“{path.name}” {reason}.")


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
        handwriting=source.handwriting,
        remarks=(*source.remarks, *_head_remarks(head, source), *ending.remarks, *body.remarks, *date_remarks(cited)),
    )
    return with_places(document, source)


def _head_remarks(head: HeadFields, source: Source) -> list[Remark]:
    """What the head's reader remarked; a number written by hand is not left blank."""
    by_hand = any(found.field == "number" for found in source.handwriting)
    return [remark for remark in head.remarks if not (by_hand and remark.kind == "number-blank")]
