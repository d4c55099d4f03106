"""Reading the signatures of one PDF with pyHanko.

Files written in the hybrid way (a table and a stream of references side by side, as office software often does) are
accepted. What was added after signing is not weighed: stamping the number, the seal and a second signature are
additions too, and so the sentence says only whether a later signature covers them.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from asn1crypto.x509 import Certificate
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter, validate_sig_integrity
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel

from vanban.esign import UNKNOWN
from vanban.esign.appearances import Appearances
from vanban.esign.certificates import body_of, common_name, trust
from vanban.esign.wording import sentence
from vanban.model import ElectronicSignature

#: A document has a handful; each makes the whole file be hashed once.
_MAX_SIGNATURES = 40
_TIME_STAMP = "/DocTimeStamp"
_COVERED = {SignatureCoverageLevel.ENTIRE_FILE: True, SignatureCoverageLevel.ENTIRE_REVISION: False}


@dataclass(frozen=True, slots=True)
class _Found:
    """A signature and how much of the file it covers, in bytes."""

    signature: ElectronicSignature
    covers: int = 0
    algorithm: str = ""


def read_signatures(data: bytes, roots: Sequence[Certificate]) -> Iterator[ElectronicSignature]:
    """The signatures of ``data``; raises anything for a file whose structure cannot be followed."""
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it reports what it repairs, to nobody
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    if reader.encrypted:
        reader.decrypt("")  # protected against changes, open to everybody
    appearances = Appearances(reader)
    found: list[_Found] = []
    left_out = 0
    for name, _value, reference in enumerate_sig_fields(reader, filled_status=True):
        if len(found) == _MAX_SIGNATURES:
            left_out += 1
            continue
        one = _read(reader, name, reference.get_object(), roots)
        if one is not None:
            page, box = appearances.find(reference.get_object())
            found.append(replace(one, signature=replace(one.signature, page=page, box=box)))
    for one in found:
        later = [other for other in found if other.covers > one.covers and other.signature.intact]
        yield replace(one.signature, message=sentence(one.signature, one.algorithm, covered_later=bool(later)))
    if left_out:
        yield replace(UNKNOWN, message=f"Tệp còn {left_out} chữ ký số chưa kiểm tra vì quá nhiều; không xác định được.")


def _read(
    reader: PdfFileReader, name: str, field: generic.DictionaryObject, roots: Sequence[Certificate]
) -> _Found | None:
    """One signature; None for a time stamp that stands alone."""
    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        if embedded.sig_object_type == _TIME_STAMP:
            return None
        certificate = embedded.signer_cert
        signed_at = _time(embedded)
        signature = ElectronicSignature(
            signer=common_name(certificate.subject),
            body=body_of(certificate.subject),
            issuer=common_name(certificate.issuer),
            signed_at=signed_at.isoformat() if signed_at else None,
            intact=None,
            trust=trust(certificate, embedded.other_embedded_certs, roots, signed_at),
            whole_file=None,
            message="",
        )
    except Exception:  # a spoilt signature says nothing about the others
        return _Found(UNKNOWN)
    try:
        coverage = embedded.evaluate_signature_coverage()
        # A gap in the signed bytes other than the signature itself could hide anything.
        if coverage < SignatureCoverageLevel.CONTIGUOUS_BLOCK_FROM_START:
            return _Found(signature, algorithm=embedded.md_algorithm)
        digest = embedded.compute_digest()
        unchanged, genuine = validate_sig_integrity(embedded.signer_info, certificate, "data", digest)
        covers = int(embedded.byte_range[2]) + int(embedded.byte_range[3])
    except Exception:  # an algorithm not known, a range outside the file: not to be judged
        return _Found(signature)
    whole = _COVERED.get(coverage, False)
    return _Found(replace(signature, intact=unchanged and genuine, whole_file=whole), covers, embedded.md_algorithm)


def _time(embedded: EmbeddedPdfSignature) -> datetime | None:
    """When it was signed: as the signer's machine says, else as a time stamp in the signature does."""
    stated = embedded.self_reported_timestamp
    if stated is None:
        for token in extract_tst_data_iter(embedded.signer_info, signed=False):
            stated = token["encap_content_info"]["content"].parsed["gen_time"].native
    return stated if isinstance(stated, datetime) and stated.tzinfo else None
