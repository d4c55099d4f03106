"""Printed pages by Typst: a template, its data beside it as JSON, and codes that a phone reads."""

import io
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import segno
import typst
from vanban.compose.fonts import typeface
from vanban.compose.labels import ModelError

from lienthong.core.refusals import Refused


def drawn(template: Path, data: Mapping[str, Any], files: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of ``template``, which reads "data.json" and ``files`` beside it; ``font`` is put into ``data``.

    :class:`Refused` where the machine has no typeface for Vietnamese.
    """
    try:
        family, fonts = typeface()
    except ModelError as missing:
        raise Refused(str(missing)) from missing
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / template.name).write_text(template.read_text("utf-8"), "utf-8")
        (folder / "data.json").write_text(json.dumps({"font": family, **data}, ensure_ascii=False), "utf-8")
        for file, content in (files or {}).items():
            (folder / file).write_bytes(content)
        made = typst.compile(folder / template.name, root=folder, font_paths=fonts, ignore_system_fonts=True)
    assert isinstance(made, bytes)
    return made


def code_of(address: str, *, sized: bool = True) -> bytes:
    """A QR code that leads to ``address``, as SVG; one that is not ``sized`` grows with the place it stands in."""
    out = io.BytesIO()
    segno.make(address, error="m").save(out, kind="svg", border=1, omitsize=not sized)
    return out.getvalue()
