"""The sheet of a procedure for the wall of the office: A4, with a code that leads to its public page."""

import hashlib
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.utils.translation import gettext as _

from lienthong.core.drawing import code_of, drawn
from lienthong.core.language import site_language
from lienthong.procedures.deciding import hash_of
from lienthong.procedures.models import Online, ProcedureVersion

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_KEPT = 24 * 3600


def sheet_of(version: ProcedureVersion, address: str) -> bytes:
    """The PDF, drawn once for the same words and the same ``address``; :class:`Refused` without a typeface."""
    place = hashlib.sha256(address.encode()).hexdigest()[:16]
    key = f"procedures.sheet.{version.pk}.{hash_of(version)[:24]}.{place}"
    sheet: bytes | None = cache.get(key)
    if sheet is None:
        with site_language():
            sheet = drawn(_TEMPLATE, _data(version, address), {"qr.svg": code_of(address)})
        cache.set(key, sheet, _KEPT)
    return sheet


def _data(version: ProcedureVersion, address: str) -> dict[str, Any]:
    since = f"{version.valid_from:%d/%m/%Y}"
    said = {"number": version.number, "day": since, "decision": version.decision}
    return {
        "office": version.procedure.office.name,
        "code": _("Mã thủ tục: %(code)s") % {"code": version.procedure.code},
        "title": version.title,
        "address": address,
        "facts": [[name, lines] for name, lines in _facts(version) if lines != [""]],
        "papers": [paper | {"when": "; ".join(paper["when"])} for paper in version.papers],
        "steps": version.step_lines,
        "law": version.law_lines,
        "footer": _("Bản %(number)d, áp dụng từ %(day)s theo %(decision)s") % said,
        "words": {
            "scan": _("Quét để xem bản mới nhất"), "papers": _("Thành phần hồ sơ"), "number": _("STT"),
            "paper": _("Giấy tờ"), "form": _("Bản"), "copies": _("Số bản"), "when": _("Khi:"),
            "steps": _("Trình tự thực hiện"), "law": _("Căn cứ pháp lý"),
        },
    }  # fmt: skip


def _facts(version: ProcedureVersion) -> list[tuple[str, list[str]]]:
    online = version.get_online_display() if version.online != Online.NONE else ""
    return [
        (_("Lĩnh vực"), [version.field]),
        (_("Đối tượng"), [str(version.get_audience_display())]),
        (_("Cơ quan thực hiện"), [f"{version.executor} ({version.get_level_display()})"]),
        (_("Nơi nộp hồ sơ"), version.place.splitlines()),
        (_("Thời hạn giải quyết"), [version.time_limit]),
        (_("Phí, lệ phí"), [version.fee]),
        (_("Kết quả"), [version.result]),
        (_("Dịch vụ công trực tuyến"), [str(online)]),
    ]
