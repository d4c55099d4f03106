"""How much reading electronic signatures costs beside pyHanko alone, which does the cryptography for both.

The files are the sample plan with one, two and three signatures by an authority made for the run, and the signed files
in VANBAN_REAL_DOCUMENTS where that is set. pyHanko alone is told to leave out its comparison of revisions too.
"""

from __future__ import annotations

import io
import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import vanban
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from benchmarks import Row, seconds

_SAMPLE = Path(__file__).parent.parent / "samples" / "04-ke-hoach-xa.pdf"


def measure() -> Iterable[Row]:
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    signer = _signer()
    assert signer.signing_cert is not None
    files = [_SAMPLE.read_bytes()]
    for number in range(3):
        files.append(_signed(files[-1], signer, f"ChuKy{number}"))
    yield _row("read-pdf-signatures", files[1:], signer.signing_cert.dump())
    if real := os.environ.get("VANBAN_REAL_DOCUMENTS"):
        signed = [
            data
            for path in sorted((Path(real) / "files").glob("*.pdf"))
            if b"/ByteRange" in (data := path.read_bytes())
        ]
        yield _row("read-pdf-signatures, real files", signed, signer.signing_cert.dump())


def _row(name: str, files: list[bytes], root: bytes) -> Row:
    ours, theirs = seconds(
        lambda: [vanban.signatures(file, [root]) for file in files], lambda: [_bare(file, root) for file in files]
    )
    return Row(name, ours / len(files) * 1000, "ms/file", theirs / len(files) * 1000)


def _bare(data: bytes, root: bytes) -> list[object]:
    context = ValidationContext(trust_roots=[asn1_x509.Certificate.load(root)], allow_fetching=False)
    found = PdfFileReader(io.BytesIO(data), strict=False).embedded_signatures
    return [validate_pdf_signature(signature, context, skip_diff=True) for signature in found]


def _signer() -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Nguyễn Văn A")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.DER)
    )
    der = key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return signers.SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(certificate),
        signing_key=asn1_keys.PrivateKeyInfo.load(der),
        cert_registry=SimpleCertificateStore(),
    )


def _signed(data: bytes, signer: signers.SimpleSigner, field: str) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    return signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=field), signer=signer).getvalue()
