"""Whatever a file holds, reading answers with a sentence; nothing raises and nothing is invented."""

from __future__ import annotations

import io
import sys
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import vanban
from vanban.model import Document
from vanban.sources.damage import damaged

Maker = Callable[..., bytes]

GOOD = "Ủy ban nhân dân xã Minh Hòa báo cáo kết quả công tác truyền thông quý I năm 2026 như sau.\n"


def no_values(document: Document) -> bool:
    return document == Document(remarks=document.remarks) and document.unreadable


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), data)
    return out.getvalue()


DOCUMENT = "word__document_dot_xml"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;'
    b"</w:t></w:r></w:p></w:body></w:document>"
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600

BAD = {
    "empty": (b"", "rỗng"),
    "only blanks": (b" \n\t\r\n", "rỗng"),
    "unknown OLE": (OLE, ".docx"),
    "old slides": (OLE + "PowerPoint Document".encode("utf-16-le"), "trình chiếu"),
    "Outlook mail": (OLE + "__substg1.0_".encode("utf-16-le"), ".msg"),
    "encrypted Word": (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
    "broken spreadsheet": (zipped(xl__workbook_dot_xml=b"<a/>"), "Excel"),
    "binary spreadsheet": (zipped(xl__workbook_dot_bin=b"a"), ".xlsx"),
    "slides": (zipped(ppt__presentation_dot_xml=b"<a/>"), "trình chiếu"),
    "OpenDocument": (zipped(mimetype=b"x", content_dot_xml=b"<a/>"), "OpenDocument"),
    "empty archive": (zipped(), "không có tệp"),
    "RAR": (b"Rar!\x1a\x07\x01\0" + b"\1" * 50, "RAR"),
    "7z": (b"7z\xbc\xaf\x27\x1c" + b"\1" * 50, "7z"),
    "truncated archive": (zipped(**{DOCUMENT: b"<a/>" * 100})[:60], "hỏng"),
    "broken XML": (zipped(**{DOCUMENT: b"<w:document><w:p>"}), "hỏng"),
    "entities": (zipped(**{DOCUMENT: ENTITIES}), "thực thể"),
    "bomb": (zipped(**{DOCUMENT: b" " * 30_000_000}), "quá lớn"),
    "no body": (zipped(**{DOCUMENT: b"<document/>"}), "nội dung"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "hỏng"),
    "JPEG": (b"\xff\xd8\xff\xe0" + b"\1" * 50, "hỏng"),
    "bitmap": (b"BM\x10\0\0\0\0\0\0\0" + b"\0" * 40, "hỏng"),
    "web page without words": (b"<!DOCTYPE html><html><body><script>x</script></body></html>", "không có chữ"),
    "deep web page": (b"<html><body>" + b"<div>" * 5000 + b"x", "quá sâu"),
    "web archive without page": (b"MIME-Version: 1.0\nContent-Type: multipart/related; x=text/html\n\n", "nội dung"),
    "truncated PDF": (b"%PDF-1.7\n1 0 obj\n<<", "hỏng"),
    "binary": (bytes(range(256)) * 20, "nhị phân"),
    "program": (b"MZ\x90\0" + b"\0\1\2\3" * 200, "nhị phân"),
    "another code page": ("Пожалуйста, пришлите этот файл ещё раз.\n".encode("cp1251") * 8, "bảng mã"),
    "double encoding": ((GOOD * 5).encode().decode("latin-1").encode(), "hỏng mã"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_says_why(name: str) -> None:
    data, word = BAD[name]
    document = vanban.read(data)
    assert no_values(document)
    (remark,) = document.remarks
    assert word in remark.message
    assert remark.message.endswith(".")


def test_word_without_words(make_docx: Maker, p: Callable[..., str]) -> None:
    assert "không có chữ" in vanban.read(make_docx(p(""))).remarks[0].message
    picture = '<w:p><w:r><w:drawing><a:blip xmlns:a="x"/></w:drawing></w:r></w:p>'
    assert "hình ảnh" in vanban.read(make_docx(picture)).remarks[0].message


def test_a_file_without_letters_says_so(make_pdf: Maker) -> None:
    document = vanban.read(make_pdf([], []))
    assert no_values(document)
    assert "không có chữ" in document.remarks[0].message


def test_a_stamp_on_a_scan_is_no_text(make_pdf: Maker) -> None:
    assert no_values(vanban.read(make_pdf([], stamps=[(100, 700, "542")])))


def test_a_wrong_font_map_is_recognised(make_pdf: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", "/nowhere")
    shifted = "".join(chr(ord(char) - 29 if char.isascii() and char > " " else ord(char) + 700) for char in GOOD * 3)
    document = vanban.read(make_pdf([(60, 700, shifted[:90]), (60, 680, shifted[90:180])]))
    assert no_values(document)
    assert "hỏng mã" in document.remarks[0].message


def test_many_entries_and_long_texts_are_refused(monkeypatch: pytest.MonkeyPatch, make_pdf: Maker) -> None:
    monkeypatch.setattr("vanban.sources.limits.MAX_TEXT", 2_000)
    assert "vượt giới hạn" in vanban.read((GOOD * 50).encode()).remarks[0].message
    monkeypatch.setattr("vanban.sources.package.MAX_ENTRIES", 1)
    assert "quá lớn" in vanban.read(zipped(**{DOCUMENT: b"<a/>", "b": b""})).remarks[0].message
    monkeypatch.setattr("vanban.sources.pdfium.MAX_PAGES", 1)
    assert "giới hạn 1 trang" in vanban.read(make_pdf([], [])).remarks[0].message
    monkeypatch.setattr("vanban.sources.MAX_BYTES", 10)
    assert "vượt giới hạn" in vanban.read(GOOD.encode()).remarks[0].message


def test_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError):
        vanban.read(tmp_path / "khong-co.txt")
    assert "thư mục" in vanban.read(tmp_path).remarks[0].message
    file = tmp_path / "van-ban.pdf"
    file.write_text(GOOD, encoding="utf-8")
    document = vanban.read(file)
    assert document.text == GOOD
    assert [remark.kind for remark in document.remarks if remark.kind == "extension"] == ["extension"]
    monkeypatch.setattr(sys.modules["vanban.read"], "MAX_BYTES", 10)
    assert "vượt giới hạn" in vanban.read(str(file)).remarks[0].message


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(GOOD.encode(), id="UTF-8"),
        pytest.param(b"\xef\xbb\xbf" + GOOD.encode(), id="UTF-8 with mark"),
        pytest.param(GOOD.encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(GOOD.encode("utf-16-le"), id="UTF-16 without mark"),
        pytest.param(GOOD.encode("utf-16-be"), id="UTF-16 big end first"),
        pytest.param(GOOD.encode("utf-32"), id="UTF-32"),
        pytest.param(GOOD.replace("\n", "\r\n").encode(), id="CRLF"),
    ],
)
def test_code_pages(data: bytes) -> None:
    assert vanban.read(data).text == GOOD


def test_decomposed_text_and_windows_1258() -> None:
    assert vanban.read(unicodedata.normalize("NFD", GOOD).encode()).text == GOOD
    # Windows-1258 writes the tone after a letter that may carry its other mark.
    old = b"".join(_windows_1258(char) for char in GOOD * 4)
    document = vanban.read(old)
    assert document.text == GOOD * 4
    assert document.remarks[0].kind == "encoding"


def _windows_1258(char: str) -> bytes:
    parts = unicodedata.normalize("NFD", char)
    tones = "".join(mark for mark in parts if mark in "\u0300\u0301\u0303\u0309\u0323")
    base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in tones))
    return (base + tones).encode("cp1258")


def test_a_spoilt_byte_is_named_and_the_rest_read() -> None:
    document = vanban.read((GOOD * 20).encode()[:-3] + b"\xe1")
    assert document.text.startswith(GOOD)
    assert "1 ký tự hỏng" in document.remarks[0].message


def test_good_text_is_never_called_damaged() -> None:
    assert not damaged(GOOD)
    assert not damaged("E-mail: a@b.vn; 5 m² × 3 ≥ 10 °C – “ngoặc kép”… số¹ ② • ▪ → ✓\n" + GOOD)
    assert not damaged("Plan of the commune, in English, without any Vietnamese letter.")
