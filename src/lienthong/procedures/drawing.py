"""The sheet of a procedure for the wall of the office: A4, with a code that leads to its public page."""

import hashlib
import io
import json
import tempfile
from pathlib import Path
from typing import Any

import segno
import typst
from django.core.cache import cache
from django.utils.translation import gettext as _
from vanban.compose.fonts import typeface
from vanban.compose.labels import ModelError

from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.procedures.deciding import hash_of
from lienthong.procedures.models import Online, ProcedureVersion

_TEMPLATE = Path(__file__).with_name("sheet.typ")
_KEPT = 24 * 3600


def sheet_of(version: ProcedureVersion, address: str) -> bytes:
    """The PDF, drawn once for the same words and the same ``address``; :class:`Refused` without a typeface."""
    place = hashlib.sha256(address.encode()).hexdigest()[:16]
    key = f"procedures.sheet.{version.pk}.{hash_of(version)[:24]}.{place}"
    drawn: bytes | None = cache.get(key)
    if drawn is None:
        with site_language():
            drawn = _drawn(version, address)
        cache.set(key, drawn, _KEPT)
    return drawn


def _drawn(version: ProcedureVersion, address: str) -> bytes:
    try:
        family, fonts = typeface()
    except ModelError as missing:
        raise Refused(str(missing)) from missing
    code = io.BytesIO()
    segno.make(address, error="m").save(code, kind="svg", border=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "sheet.typ").write_text(_TEMPLATE.read_text("utf-8"), "utf-8")
        (folder / "qr.svg").write_bytes(code.getvalue())
        (folder / "data.json").write_text(json.dumps(_data(version, family, address), ensure_ascii=False), "utf-8")
        drawn = typst.compile(folder / "sheet.typ", root=folder, font_paths=fonts, ignore_system_fonts=True)
    assert isinstance(drawn, bytes)
    return drawn


def _data(version: ProcedureVersion, family: str, address: str) -> dict[str, Any]:
    since = f"{version.valid_from:%d/%m/%Y}"
    said = {"number": version.number, "day": since, "decision": version.decision}
    return {
        "font": family,
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
