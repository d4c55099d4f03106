"""Reading: from any bytes to a :class:`~vanban.model.Document`.

A file becomes a :class:`~vanban.source.Source`; the readers of head, ending, body and citations each take that, and
what they found is put together here. A reader that meets something it does not understand leaves a remark, not a guess.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from vanban.body import read_body
from vanban.citations import date_remarks, read_citations
from vanban.esign import signatures
from vanban.head import read_ending, read_head
from vanban.model import Document, Remark
from vanban.places import with_places
from vanban.seals import read_seals
from vanban.source import Source
from vanban.sources import open_source
from vanban.sources.limits import MAX_BYTES, TOO_LARGE, unreadable
from vanban.zones import split

_KINDS = {".pdf": "pdf", ".docx": "docx", ".docm": "docx", ".txt": "text", ".md": "text"}
_KIND_NAMES = {"pdf": "PDF", "docx": "Word (.docx)", "text": "văn bản thuần (.txt)"}


def read(
    source: str | os.PathLike[str] | bytes, *, name: str | None = None, trust_roots: Iterable[bytes] = ()
) -> Document:
    """Read an official document from a path or from the bytes of a file.

    What a file is, is decided by its content; a name (of the path, or ``name`` when bytes are given) that says
    something else gives a remark. Input that cannot be read gives a document without values and with a remark of kind
    "unreadable"; only a missing file raises, as :class:`FileNotFoundError`. ``trust_roots`` are the certificates by
    which electronic signatures are trusted, as :func:`~vanban.esign.signatures` takes them.
    """
    data, opened = _open(source)
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


def _open(source: str | os.PathLike[str] | bytes) -> tuple[bytes, Source]:
    if isinstance(source, bytes):
        return source, open_source(source)
    path = Path(source)
    try:
        if path.stat().st_size > MAX_BYTES:
            return b"", unreadable(TOO_LARGE)
        data = path.read_bytes()
    except FileNotFoundError:
        raise
    except (OSError, ValueError) as error:
        reason = "là thư mục" if isinstance(error, IsADirectoryError) else "không mở được (quyền truy cập, ổ đĩa)"
        return b"", unreadable(f"“{path.name}” {reason}.")
    return data, open_source(data)


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
        seals=(*read_seals(source.text), *source.seals),
        remarks=(*source.remarks, *head.remarks, *ending.remarks, *body.remarks, *date_remarks(cited)),
    )
    return with_places(document, source)
