"""Archives: what is in them is read, and nothing is ever written under their names."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import vanban
from made_files import zipped
from vanban.sources import open_source

Maker = Callable[..., bytes]
LETTER = "Số: 12/KH-UBND\nKế hoạch truyền thông của Ủy ban nhân dân xã Minh Hòa.\n"


def test_one_document_is_read_and_its_name_told() -> None:
    junk: dict[str, bytes | str] = {"__MACOSX/._a.txt": b"x", "thư mục/": b"", "thư mục/.DS_Store": b"x"}
    document = vanban.read(zipped({**junk, "thư mục/kế hoạch.txt": LETTER}))
    assert document.text == LETTER
    assert [(remark.kind, "thư mục/kế hoạch.txt" in remark.message) for remark in document.remarks] == [
        ("archive", True)
    ]


def test_several_are_named_by_read_and_read_by_read_archive(make_docx: Maker, p: Callable[..., str]) -> None:
    data = zipped({"a.txt": LETTER, "b.docx": make_docx(p("Thông báo")), "c.bin": bytes(range(256))})
    document = vanban.read(data)
    assert document.unreadable
    assert "“a.txt”, “b.docx”, “c.bin”" in document.remarks[0].message
    read = dict(vanban.read_archive(data))
    assert read["a.txt"].number is not None
    assert read["b.docx"].text == "Thông báo"
    assert read["c.bin"].unreadable


def test_an_archive_in_an_archive_is_opened_once() -> None:
    inner = zipped({"a.txt": LETTER})
    once = vanban.read_archive(zipped({"trong.zip": inner}))
    assert [(name, document.unreadable) for name, document in once] == [("trong.zip/a.txt", False)]
    twice = vanban.read_archive(zipped({"ngoài.zip": zipped({"trong.zip": inner})}))
    assert [(name, document.unreadable) for name, document in twice] == [("ngoài.zip/trong.zip", True)]


def test_names_lead_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["../../ngoai.txt", "/tuyet/doi.txt", "..\\..\\lui.txt", "a\u202etxt.exe", ".."]
    read = vanban.read_archive(zipped(dict.fromkeys(names, LETTER)))
    assert [name for name, _ in read] == ["ngoai.txt", "tuyet/doi.txt", "lui.txt", "atxt.exe", "tệp không tên"]
    assert list(tmp_path.iterdir()) == []


def test_a_name_in_utf_8_without_the_flag() -> None:
    data = bytearray(zipped({"kế.txt": LETTER}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags + 1] &= ~0x08
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() != ["kế.txt"]
    assert "kế.txt" in vanban.read(bytes(data)).remarks[-1].message


def test_a_member_that_cannot_be_unpacked_leaves_the_others() -> None:
    data = zipped({"bom.txt": b" " * 30_000_000, "a.txt": LETTER})
    read = dict(vanban.read_archive(data))
    assert "quá lớn" in read["bom.txt"].remarks[0].message
    assert not read["a.txt"].unreadable


def test_an_encrypted_member_says_so() -> None:
    data = bytearray(zipped({"mat.txt": LETTER}))
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    document = vanban.read(bytes(data))
    assert document.unreadable
    assert "mật khẩu" in document.remarks[0].message


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_truncated_archive_is_one_unreadable_entry(cut: int) -> None:
    data = zipped({"a.txt": LETTER})[:-cut]
    assert not open_source(data).text
    ((name, document),) = vanban.read_archive(data)
    assert (name, document.unreadable) == ("", True)


def test_what_is_no_archive_is_read_as_one_document() -> None:
    ((name, document),) = vanban.read_archive(LETTER.encode())
    assert (name, document.text) == ("", LETTER)
