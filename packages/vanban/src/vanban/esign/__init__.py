"""Electronic signatures of a PDF: who signed, for which body, when, and what can be said of it.

Three questions are kept apart: are the signed bytes unchanged, does the certificate come from an authority that the
operator trusts, and was anything added to the file afterwards. What cannot be judged is said to be so; it is never
called broken. Nothing is fetched from the network, so whether a certificate was revoked is not known here.

pyHanko does the cryptography; it is imported only when a file holds a signature.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from vanban.model import ElectronicSignature

#: How the files of certificates end that :func:`roots_in` reads.
CERTIFICATE_FILES = (".pem", ".crt", ".cer", ".der")

#: A signature of which nothing is known.
UNKNOWN = ElectronicSignature(None, None, None, None, None, "undetermined", None, "")


class CertificateError(ValueError):
    """A root of trust cannot be used; the message is a Vietnamese sentence."""


def is_signed(data: bytes) -> bool:
    """True when a PDF may hold signatures: each says in plain bytes which part of the file it covers."""
    return b"/ByteRange" in data


def signatures(data: bytes, trust_roots: Iterable[bytes] = ()) -> tuple[ElectronicSignature, ...]:
    """The electronic signatures of a PDF in the order of its fields; none for any other file.

    ``trust_roots`` are certificates (DER, or PEM with one or more) of the authorities that the operator trusts; a
    chain is judged for the time of signing as stated. A signature that cannot be read is given with a message that
    says so; only a root that is no certificate raises, as :class:`CertificateError`. Time stamps that stand alone are
    nobody's signature and are left out.
    """
    if not is_signed(data):
        return ()
    # Imported here, because the import alone takes longer than reading most documents.
    from vanban.esign.certificates import load
    from vanban.esign.reading import read_signatures

    roots = [certificate for root in trust_roots for certificate in load(root)]
    try:
        return tuple(read_signatures(data, roots))
    except Exception:  # whatever a spoilt file makes pyHanko raise, the rest of the document is still read
        message = "Tệp có chữ ký số nhưng cấu trúc bị hỏng, không đọc được chữ ký; không xác định được."
        return (replace(UNKNOWN, message=message),)


def roots_in(folder: Path) -> list[bytes]:
    """The certificates in ``folder``; raises :class:`CertificateError` that names what is wrong."""
    from vanban.esign.certificates import load

    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() in CERTIFICATE_FILES)
        roots = [file.read_bytes() for file in files]
    except OSError as error:
        raise CertificateError(f"Không mở được thư mục chứng thư “{folder}”.") from error
    if not files:
        raise CertificateError(f"Thư mục “{folder}” không có chứng thư nào ({', '.join(CERTIFICATE_FILES)}).")
    for file, root in zip(files, roots, strict=True):
        try:
            load(root)
        except CertificateError as error:
            raise CertificateError(f"Tệp “{file.name}” không phải chứng thư số.") from error
    return roots
