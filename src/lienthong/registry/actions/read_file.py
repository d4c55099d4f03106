"""Read one file in the background and store what was found; a secret one leaves nothing behind."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

import vanban
from django.db import transaction

from lienthong.registry.actions.discard_secret import discard_secret
from lienthong.registry.after_reading import go_on
from lienthong.registry.checking import findings_of
from lienthong.registry.filling import fill_from
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.pictures import page_sizes_of
from lienthong.registry.review.proposals import make_proposals
from lienthong.registry.trust import trust_roots

Found = TypeVar("Found")


def read_file(file: DocumentFile) -> None:
    """The handler of a claimed :class:`DocumentFile`: text, reading and proposals are written in one transaction.

    The text is in this process only until it is known to bear no secrecy mark; of one that does, the document goes
    (:func:`discard_secret`) and nothing of it is written.
    """
    data = _bytes_of(file)
    reading = _safely(lambda: vanban.read(data, name=file.name, trust_roots=trust_roots()))
    if reading.secrecy is not None:
        discard_secret(None, file.document, reading=file)
        return
    findings, sizes = _safely(lambda: (findings_of(file, data, reading), page_sizes_of(data)))
    with transaction.atomic():
        document = OfficialDocument.objects.select_for_update().get(pk=file.document_id)
        file.text = _storable(reading.text)
        file.reading = _storable_data(vanban.to_form(reading))
        file.findings, file.page_sizes = _storable_data(findings), sizes
        file.save(update_fields=["text", "reading", "findings", "page_sizes"])
        make_proposals(file, reading)
        file.finish()
        if file.part == DocumentFile.Part.MAIN:
            fill_from(document, file.reading)
        go_on(document)


def _bytes_of(file: DocumentFile) -> bytes:
    with file.stored.open("rb") as stored:
        data: bytes = stored.read()
    return data


def _safely(read: Callable[[], Found]) -> Found:
    try:
        return read()
    except Exception as error:
        # What the reader raises may quote the text, and a failure is logged before anybody knows whether it is secret.
        reason = type(error).__name__
    raise RuntimeError(f"the reader failed: {reason}")


def _storable_data(data: Any) -> Any:
    return json.loads(_storable(json.dumps(data, ensure_ascii=False)))


def _storable(text: Any) -> str:
    """Without what a database cannot hold, character by character, so that offsets still fit."""
    return str(text).replace("\0", "\ufffd").replace("\\u0000", "\\ufffd").encode("utf-8", "replace").decode("utf-8")
