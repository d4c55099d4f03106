"""What the reader found in the head of a document, as a first proposal for the register."""

from typing import Any

from lienthong.core.fields import max_length_of
from lienthong.registry.models import DocumentType, OfficialDocument

_PLAIN = ("number", "symbol", "issuer", "issuer_parent", "place", "subject", "system")
_SIGNER = (("signer_name", "name"), ("signer_title", "title"), ("signer_authority", "authority"))


def fill_from(document: OfficialDocument, reading: dict[str, Any]) -> None:
    """Fill the fields of ``document`` that are still empty from ``reading`` (vanban forms); the caller saves.

    What a person wrote stays; what the text does not say stays empty.
    """
    for name in _PLAIN:
        _fill(document, name, reading.get(name))
    _fill(document, "dated", reading.get("date"))
    for name, key in _SIGNER:
        _fill(document, name, (reading.get("signatory") or {}).get(key))
    if reading.get("type") in DocumentType.values:
        _fill(document, "type", reading["type"])
    urgency = (reading.get("urgency") or "").casefold().replace("hoả", "hỏa")
    if urgency in OfficialDocument.Urgency.values:
        _fill(document, "urgency", urgency)
    for name in ("addressees", "recipients"):
        if not getattr(document, name):
            setattr(document, name, list(reading.get(name) or ()))


def _fill(document: OfficialDocument, name: str, value: str | None) -> None:
    if value and not getattr(document, name):
        length = max_length_of(OfficialDocument, name)
        setattr(document, name, value[:length] if length else value)
