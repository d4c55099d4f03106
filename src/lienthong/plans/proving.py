"""Evidence as a person brings it, checked before anything is stored: a file, a link, or minutes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.core.file_kinds import kind_of, sha256_of
from lienthong.core.refusals import Refused
from lienthong.organisations.service import Position
from lienthong.plans.models import Evidence, Work

_NUMBER = re.compile(r"(?=.*\d)[\w/.&–-][\w/.&– -]{0,118}")


@dataclass(frozen=True, slots=True)
class Proof:
    """One of: ``file``; ``url``; ``number`` with ``dated`` (minutes or another official document)."""

    file: File | None = None
    url: str = ""
    number: str = ""
    dated: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A channel's receipt: where, under which reference of ours, and a link or the hash of what went out.

    ``declared``: a person says that it is out, no channel does (*khai tay*).
    """

    outlet: str
    reference: str
    url: str = ""
    sha256: str = ""
    declared: bool = False


def add_receipt(work: Work, delivered: Delivered, by: Position) -> bool:
    """Store the receipt with ``work``, once; False when it is there already."""
    _evidence, created = Evidence.objects.get_or_create(
        work=work, kind=Evidence.Kind.RECEIPT, number=delivered.reference,
        defaults={
            "name": delivered.outlet[:255], "url": delivered.url, "sha256": delivered.sha256, "added_by": by,
            "dated": timezone.localdate(), "declared": delivered.declared,
        },
    )  # fmt: skip
    return created


def add_evidence(work: Work, proofs: Iterable[Proof], by: Position) -> list[Evidence]:
    """Store ``proofs`` with ``work``; :class:`Refused` when there is none or one is not in order."""
    found = [_evidence(proof, work, by) for proof in proofs]
    if not found:
        raise Refused(_("Chưa có minh chứng. Hãy thêm tệp, ảnh, đường liên kết hoặc số biên bản."))
    for evidence in found:
        evidence.save()
    return found


def _evidence(proof: Proof, work: Work, by: Position) -> Evidence:
    evidence = Evidence(work=work, note=proof.note.strip()[:300], added_by=by)
    if proof.file is not None:
        _set_file(evidence, proof.file)
    elif proof.url.strip():
        _set_link(evidence, proof.url.strip())
    else:
        _set_minutes(evidence, proof.number.strip(), proof.dated)
    return evidence


def _set_file(evidence: Evidence, file: File) -> None:
    kind = kind_of(file)
    evidence.kind, evidence.content_type = Evidence.Kind.FILE, kind.content_type
    evidence.name = str(file.name).replace("\\", "/").rsplit("/", 1)[-1][-255:]
    evidence.size, evidence.sha256 = file.size, sha256_of(file)
    # Stored under its hash, so that no name that a person chose reaches the disk.
    file.name = evidence.sha256[:32] + kind.ending
    evidence.stored = file


def _set_link(evidence: Evidence, url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "." not in parts.hostname or len(url) > 500:
        raise Refused(_("Đường liên kết phải bắt đầu bằng http:// hoặc https://."), field="url")
    evidence.kind, evidence.url = Evidence.Kind.LINK, url


def _set_minutes(evidence: Evidence, number: str, dated: date | None) -> None:
    if not number or dated is None:
        raise Refused(_("Biên bản, văn bản cần cả số và ngày."), field="number")
    if not _NUMBER.fullmatch(number):
        raise Refused(_("Số văn bản chưa đúng. Hãy ghi như 12/BB-UBND."), field="number")
    if dated > timezone.localdate():
        raise Refused(_("Ngày văn bản không được sau hôm nay."), field="dated")
    evidence.kind, evidence.number, evidence.dated = Evidence.Kind.MINUTES, number, dated
