"""Whatever stands in a file: reading never raises, and what it gives stands in the text.

A few examples each time; thousands where LIENTHONG_FULL is set (see ``conftest.py``). Programs for old formats are left
out here, as each call starts one; ``test_sources_office.py`` has them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
import vanban
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import xls, xlsx, zipped
from vanban.model import Document
from vanban.sources import programs

from conftest import check, docx_of, paragraph, pdf_of

LETTER = """ỦY BAN NHÂN DÂN
XÃ MINH HÒA
Số: 12/KH-UBND
KẾ HOẠCH
Truyền thông năm 2026
I. NHIỆM VỤ
1. Giao Phòng Văn hóa - Xã hội chủ trì, phối hợp Trạm Y tế mở chuyên mục trước ngày 30/6/2026.
| TT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Tập huấn | Văn phòng | Quý II/2026 |
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn A
"""
TASKS = [["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"], [1, "Tập huấn", "Văn phòng", "Quý II/2026"]]
PAGE = (
    "<!DOCTYPE html><html><meta charset=utf-8><body><ol><li>Mục<li>Mục</ol><table><tr><td rowspan=2>a<td>b<tr><td>c"
    f"</table><pre>{LETTER}</pre></body></html>"
)
MAIL = (
    'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x; type="text/html"\n\n--x\nContent-Type: text/html;'
    f" charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{PAGE}\n--x--\n"
)
TABLE = "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
WORD = docx_of("".join(paragraph(line) for line in LETTER.splitlines()) + TABLE)
FILES: dict[str, bytes] = {
    "docx": WORD,
    "xlsx": xlsx(TASKS),
    "xls": xls(TASKS),
    "pdf": pdf_of([(85, 700 - 20 * n, line) for n, line in enumerate(LETTER.splitlines())], stamps=[(300, 700, "12")]),
    "html": PAGE.encode(),
    "mht": MAIL.encode(),
    "text": LETTER.encode(),
    "zip": zipped({"a.txt": LETTER, "b.zip": zipped({"c.html": PAGE})}),
}
STARTS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"]

without_programs = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def _no_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "office", lambda: None)
    monkeypatch.setattr(programs, "antiword", lambda: None)


def read(data: bytes) -> None:
    for _, document in [("", vanban.read(data)), *vanban.read_archive(data)]:
        if document.unreadable:
            assert document == Document(remarks=document.remarks)
        check(document)
        vanban.to_form(document)


@without_programs
@given(st.sampled_from(STARTS), st.binary(max_size=400))
def test_any_bytes(start: bytes, data: bytes) -> None:
    read(start + data)


@without_programs
@given(st.text(max_size=600))
def test_any_text(text: str) -> None:
    read(text.encode("utf-8", "surrogatepass"))


_LINES = st.lists(st.one_of(st.sampled_from(LETTER.splitlines()), st.text(max_size=40)), max_size=30)


@without_programs
@given(_LINES, st.sampled_from(["\n", "\n\n", "\t", " | ", "\f"]))
def test_lines_of_a_document_in_any_order(lines: list[str], joint: str) -> None:
    read(joint.join(lines).encode("utf-8", "surrogatepass"))


@st.composite
def _changes(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A way to spoil bytes: cut at an end, then some overwritten, taken out or put in."""
    kept = draw(st.floats(0.05, 1) | st.just(1))
    places = st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=8), st.integers(0, 12))
    changes = draw(st.lists(places, max_size=6))

    def spoil(data: bytes) -> bytes:
        out = bytearray(data[: int(len(data) * kept)])
        for place, new, gone in changes:
            at = int(place * len(out))
            out[at : at + gone] = new
        return bytes(out)

    return spoil


@pytest.mark.parametrize("kind", FILES)
@without_programs
@given(spoil=_changes())
def test_spoilt_files(kind: str, spoil: Callable[[bytes], bytes]) -> None:
    read(spoil(FILES[kind]))


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        ("docx", "word/document.xml"),
        ("xlsx", "xl/worksheets/sheet1.xml"),
        ("xlsx", "xl/workbook.xml"),
        ("xlsx", "xl/styles.xml"),
    ],
)
@without_programs
@given(spoil=_changes())
def test_spoilt_parts_of_a_package(kind: str, part: str, spoil: Callable[[bytes], bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(FILES[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    read(zipped({**parts, part: spoil(parts[part])}))


_TAGS = st.sampled_from([
    "p", "r", "t", "tbl", "tr", "tc", "tcPr", "vMerge", "gridSpan", "sdt", "sdtContent", "ins", "del", "fldChar", "tab",
    "br", "numPr", "numId", "ilvl", "pPr", "rPr", "txbxContent", "footnoteReference", "sym", "sectPr",
])  # fmt: skip
_TREES = st.recursive(
    st.text("Ủyaố 1/-|", max_size=8).map(lambda text: f"<w:t>{text}</w:t>"),
    lambda inner: st.tuples(
        _TAGS, st.sampled_from(["", "0", "1", "9", "begin", "end", "restart"]), st.lists(inner, max_size=4)
    ).map(lambda made: f'<w:{made[0]} w:val="{made[1]}" w:fldCharType="{made[1]}">{"".join(made[2])}</w:{made[0]}>'),
    max_leaves=40,
)


@without_programs
@given(st.lists(_TREES, max_size=6))
def test_any_tree_of_word(trees: list[str]) -> None:
    read(docx_of("".join(trees)))


_HTML_TAGS = st.sampled_from([
    "p", "div", "table", "tr", "td", "th", "ol", "ul", "li", "pre", "span", "br", "del", "main", "article",
])  # fmt: skip
_HTML = st.recursive(
    st.text("Ủyaố 1/-|&<", max_size=8),
    lambda inner: st.tuples(
        _HTML_TAGS,
        st.sampled_from(["", " colspan=3", " rowspan=9", " start=5", " value=x", " hidden"]),
        st.lists(inner, max_size=4),
    ).map(lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"),
    max_leaves=40,
)


@without_programs
@given(st.lists(_HTML, max_size=6))
def test_any_tree_of_html(trees: list[str]) -> None:
    read(f"<html><body>{''.join(trees)}".encode())
