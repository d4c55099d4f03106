"""Electronic signatures for tests: an authority of our own, an officer's certificate, and signed PDFs."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

Key = ec.EllipticCurvePrivateKey
BOX = (300, 150, 420, 200)


def _name(common: str, body: str, unit: str = "") -> x509.Name:
    parts = [(NameOID.COMMON_NAME, common), (NameOID.ORGANIZATION_NAME, body), (NameOID.ORGANIZATIONAL_UNIT_NAME, unit)]
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts if text])


def certificate(
    subject: x509.Name, key: Key, issuer: x509.Name, issuer_key: Key, *, authority: bool = False, days: int = 3650
) -> x509.Certificate:
    """A certificate that began a day ago and ends after ``days``."""
    start = datetime.now(UTC) - timedelta(days=max(1, -days + 1))
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(datetime.now(UTC) + timedelta(days=days))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .sign(issuer_key, hashes.SHA256())
    )


class Authority:
    """An authority with a root of its own."""

    def __init__(self, name: str) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._name = _name(name, "Cơ quan chứng thực thử nghiệm")
        self._root = certificate(self._name, self._key, self._name, self._key, authority=True)
        self.root = self._root.public_bytes(serialization.Encoding.DER)
        self.pem = self._root.public_bytes(serialization.Encoding.PEM)

    def signer(self, *, embed_root: bool = False, days: int = 3650) -> signers.SimpleSigner:
        """One who signs as an officer of a made-up commune."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = _name("Nguyễn Văn A", "Ủy ban nhân dân xã Minh Hòa", "Văn phòng")
        own = certificate(name, key, self._name, self._key, days=days)
        der = key.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        store = SimpleCertificateStore()
        if embed_root:
            store.register(asn1_x509.Certificate.load(self.root))
        return signers.SimpleSigner(
            signing_cert=asn1_x509.Certificate.load(own.public_bytes(serialization.Encoding.DER)),
            signing_key=asn1_keys.PrivateKeyInfo.load(der),
            cert_registry=store,
        )


@cache
def authority(name: str = "CA thử nghiệm") -> Authority:
    return Authority(name)


def sign(data: bytes, signer: signers.SimpleSigner, field: str = "ChuKy1") -> bytes:
    """``data`` with a visible signature on its first page."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    spec = fields.SigFieldSpec(field, box=BOX)
    return signers.sign_pdf(
        writer, signers.PdfSignatureMetadata(field_name=field), signer=signer, new_field_spec=spec
    ).getvalue()


def hybrid(data: bytes) -> bytes:
    """``data`` with an update whose references stand in a table and, beside it, in a stream."""
    at = data.rindex(b"startxref") + len(b"startxref")
    previous = int(data[at:].split()[0])
    size = int(data[data.rindex(b"/Size") + 5 :].split()[0])
    out = bytearray(data)
    hidden = len(out)
    out += f"{size} 0 obj\n<< /An (trong dong) >>\nendobj\n".encode()
    rows = bytes([1, *hidden.to_bytes(4, "big"), 0])
    stream = len(out)
    out += (
        f"{size + 1} 0 obj\n<< /Type /XRef /Size {size + 2} /W [1 4 1] /Index [{size} 1] /Length {len(rows)} >>\n"
        "stream\n"
    ).encode()
    out += rows + b"\nendstream\nendobj\n"
    table = len(out)
    root = data[data.rindex(b"/Root") :].split(b"/")[1].split(b">")[0].decode().strip()
    out += (
        f"xref\n{size + 1} 1\n{stream:010d} 00000 n \n"
        f"trailer << /Size {size + 2} /{root} /Prev {previous} /XRefStm {stream} >>\nstartxref\n{table}\n%%EOF\n"
    ).encode()
    return bytes(out)
