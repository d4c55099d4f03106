"""The PDF of a bundle: cover, table of contents, each piece with its pages, drawn by Typst (see ``case.typ``)."""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2
import typst
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from vanban.compose.fonts import typeface

from lienthong.casefiles.bundle import Bundle, BundledFile, Entry
from lienthong.casefiles.facts import case_facts, document_facts
from lienthong.core.file_kinds import JPEG, PDF, PNG

_TEMPLATE = Path(__file__).with_name("case.typ")
#: Beyond so many pages of files the rest is in the .zip alone: a PDF of more is no longer opened by small machines.
MAX_PAGES = 3000
#: Long side of a picture in pixels: 200 dots an inch on A4.
_PICTURE = 2340
_A4 = (595.28, 841.89)


def pdf_of(bundle: Bundle) -> bytes:
    """Bytes of the PDF; says in ``bundle`` how many pages of each file it shows, and why where it shows none.

    Call it before the list of files is written anywhere else.
    """
    family, fonts = typeface()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "case.typ").write_text(_TEMPLATE.read_text("utf-8"), "utf-8")
        left = MAX_PAGES
        entries = []
        for entry in bundle.entries:
            shown = [_file(folder, file, left) for file in entry.files]
            left -= sum(file.pages for file in entry.files)
            entries.append(_entry(entry, shown))
        (folder / "data.json").write_text(json.dumps(_data(bundle, family, entries), ensure_ascii=False), "utf-8")
        drawn = typst.compile(folder / "case.typ", root=folder, font_paths=fonts, ignore_system_fonts=True)
    assert isinstance(drawn, bytes)
    return drawn


def _data(bundle: Bundle, family: str, entries: list[dict[str, Any]]) -> dict[str, Any]:
    now = timezone.localtime()
    return {
        "font": family,
        "title": bundle.title,
        "facts": case_facts(bundle),
        "made": _("Xuất lúc %(time)s ngày %(day)s") % {"time": f"{now:%H:%M}", "day": f"{now:%d/%m/%Y}"},
        "entries": entries,
        "history": [[_day(event.at), event.sentence] for event in bundle.history],
        "words": {
            "case": _("HỒ SƠ"), "contents": _("MỤC LỤC"), "number": _("STT"), "day": _("Ngày"), "piece": _("Tài liệu"),
            "page": _("Trang"), "history": _("Lịch sử"), "files": _("Tệp"), "read": _("Nội dung đọc được của tệp"),
        },
    }  # fmt: skip


def _day(at: Any) -> str:
    return f"{timezone.localtime(at):%d/%m/%Y}"


def _entry(entry: Entry, shown: list[dict[str, Any]]) -> dict[str, Any]:
    item = entry.item
    remarks = [entry.remark, *(f"{file.file.name}: {file.remark}" for file in entry.files if file.remark)]
    return {
        "number": entry.number,
        "day": _day(item.at),
        "kind": item.kind,
        "title": item.title,
        "text": item.text.splitlines(),
        "facts": document_facts(item),
        "remarks": [remark for remark in remarks if remark],
        "files": shown,
    }


def _file(folder: Path, file: BundledFile, left: int) -> dict[str, Any]:
    """How the file is shown: its pages as they are, or what was read from it as text."""
    shown: dict[str, Any] = {"name": file.file.name, "zip": file.name, "pages": [], "path": "", "text": []}
    if file.missing:
        return shown
    stored = "-".join(file.name.removeprefix("tep/").split("-")[:2])
    kind = file.file.content_type
    if kind == PDF.content_type:
        pages = _pdf(folder / f"{stored}.pdf", file)
        if len(pages) > left:
            pages, file.remark = [], _join(file.remark, _("Nhiều trang quá, chỉ có trong tệp .zip."))
        shown |= {"path": f"{stored}.pdf", "pages": pages}
    elif kind in (JPEG.content_type, PNG.content_type):
        shown |= {"path": f"{stored}.jpg", "pages": _picture(folder / f"{stored}.jpg", file)}
    file.pages = len(shown["pages"])
    if not file.pages:
        shown["text"] = file.file.text.splitlines()
        if kind not in (PDF.content_type, JPEG.content_type, PNG.content_type):
            file.remark = _join(file.remark, _("Bản gốc ở trong tệp .zip."))
    return shown


def _join(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _pdf(target: Path, file: BundledFile) -> list[list[float]]:
    """Width and height of each page, written anew to ``target``: without what else was in the file, and whole."""
    try:
        source = pypdfium2.PdfDocument(file.read())
        clean = pypdfium2.PdfDocument.new()
        clean.import_pages(source)
        clean.save(target)
        sizes = [[*page.get_size()] for page in clean]
        # What the drawing cannot take in must not stop the rest.
        _draws(target, len(sizes))
    except (pypdfium2.PdfiumError, typst.TypstError, OSError):
        file.remark = _join(file.remark, _("Không chèn được vào PDF, chỉ có trong tệp .zip."))
        return []
    return sizes


def _draws(target: Path, pages: int) -> None:
    trial = target.with_suffix(".typ")
    trial.write_text(f'#for n in range({pages}) [#image("{target.name}", page: n + 1)]', "utf-8")
    typst.compile(trial, root=target.parent, ignore_system_fonts=True)


def _picture(target: Path, file: BundledFile) -> list[list[float]]:
    """A photo on a page of its own, turned as it was taken."""
    try:
        with Image.open(io.BytesIO(file.read())) as opened:
            turned = ImageOps.exif_transpose(opened).convert("RGB")
            turned.thumbnail((_PICTURE, _PICTURE))
            turned.save(target, "JPEG", quality=85)
    except (OSError, ValueError, Image.DecompressionBombError):
        file.remark = _join(file.remark, _("Không chèn được vào PDF, chỉ có trong tệp .zip."))
        return []
    wide = turned.width > turned.height
    return [[_A4[1], _A4[0]] if wide else [*_A4]]
