"""Certificates: reading them, the names in them, and how far a chain of them can be trusted."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from asn1crypto import pem
from asn1crypto.x509 import Certificate, Name
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError
from pyhanko_certvalidator.policy_decl import AcceptAllAlgorithms

from vanban.esign import CertificateError
from vanban.folding import nfc

Trust = Literal["trusted", "unknown", "undetermined"]

#: No real chain is longer; a circle of certificates that vouch for each other ends here.
_LONGEST_CHAIN = 12


def load(data: bytes) -> list[Certificate]:
    """The certificates in a DER or PEM file; raises :class:`CertificateError`."""
    try:
        ders = [der for _, _, der in pem.unarmor(data, multiple=True)] if pem.detect(data) else [data]
        certificates = [Certificate.load(der, strict=True) for der in ders]
        # Parsing is lazy: these two are what a chain is followed by.
        if all(certificate.subject.native and certificate.public_key.native for certificate in certificates):
            return certificates
    except (ValueError, TypeError, KeyError) as error:
        raise CertificateError("Chứng thư gốc không đọc được.") from error
    raise CertificateError("Chứng thư gốc không có tên.")


def common_name(name: Name) -> str | None:
    """What a name is called: the common name, else the organisation."""
    fields = name.native
    for key in ("common_name", "organization_name"):
        if texts := _texts(fields.get(key)):
            return texts[0]
    return None


def body_of(name: Name) -> str | None:
    """The unit and the organisation in a name, each once: "Văn phòng, Ủy ban nhân dân xã Minh Hòa"."""
    fields = name.native
    parts = [*_texts(fields.get("organizational_unit_name")), *_texts(fields.get("organization_name"))]
    return ", ".join(dict.fromkeys(parts)) or None


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [nfc(" ".join(text.split())) for text in values if isinstance(text, str) and text.strip()]


def trust(
    certificate: Certificate, others: Sequence[Certificate], roots: Sequence[Certificate], moment: datetime | None
) -> Trust:
    """How far ``certificate`` can be trusted at ``moment``; see :class:`~vanban.model.ElectronicSignature`.

    ``others`` came with the signature. Weak algorithms of old authorities are no obstacle: the root is the operator's.
    """
    if roots:
        context = ValidationContext(
            trust_roots=list(roots),
            other_certs=list(others),
            moment=moment,
            allow_fetching=False,
            algorithm_usage_policy=AcceptAllAlgorithms(),
        )
        try:
            asyncio.run(CertificateValidator(certificate, validation_context=context).async_validate_path())
            return "trusted"
        except (PathError, ValidationError):
            pass
    return "unknown" if _ends_in_another_root(certificate, [*others, *roots], roots) else "undetermined"


def _ends_in_another_root(certificate: Certificate, known: Sequence[Certificate], roots: Sequence[Certificate]) -> bool:
    """True when the chain, followed by names, ends in a certificate that vouches for itself and is no root given."""
    for _ in range(_LONGEST_CHAIN):
        if certificate.issuer == certificate.subject:
            return all(certificate.sha256 != root.sha256 for root in roots)
        above = next((other for other in known if other.subject == certificate.issuer), None)
        if above is None:
            return False
        certificate = above
    return False
