"""Old Word files, RTF and OpenDocument: what their programs give, and what happens where those fail or are missing."""

from __future__ import annotations

import stat
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import vanban
from vanban.sources import open_source, programs
from vanban.sources.office import read_office

Maker = Callable[..., bytes]
Xml = Callable[..., str]
Twin = Callable[[str, str], None]

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORD = OLE + bytes(504) + b"\xec\xa5" + bytes(600) + "WordDocument".encode("utf-16-le")
RTF = b"{\\rtf1\\ansi S\\u7889?: 12/KH-UBND\\par K\\u7871? ho\\u7841?ch\\par}"
DOCBOOK = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE book PUBLIC "-//OASIS//DTD DocBook XML V4.1.2//EN" "http://www.oasis-open.org/docbook/xml/4.1.2/docbookx.dtd">
<book><title>nhan đề</title><bookinfo><title>nhan đề</title></bookinfo><chapter><title/>
<para><informaltable><tgroup><tbody>
<row><entry>XÃ MINH HÒA
Số: 12/KH-UBND</entry><entry>Độc lập - Tự do - Hạnh phúc</entry></row>
</tbody></tgroup></informaltable></para>
<para><emphasis role='bold'>KẾ HOẠCH</emphasis> năm
2026<footnote><para></para></footnote></para>
<sect1><title>Nhiệm vụ</title>
<para><informaltable><tgroup><tbody>
<row><entry>TT</entry><entry>Nhiệm vụ</entry><entry>Chủ trì</entry><entry>Hạn</entry></row>
<row><entry>1</entry><entry>Mở
chuyên mục</entry><entry></entry><entry>Quý I</entry></row>
</tbody></tgroup></informaltable></para></sect1></chapter></book>"""


@pytest.fixture
def twin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Twin:
    """Writes a program of the given name and shell script, alone on the path with the shell's own commands."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    here = tmp_path / "tmp"
    here.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(here))
    found: dict[str, str] = {}
    monkeypatch.setattr(programs, "office", lambda: found.get("soffice"))
    monkeypatch.setattr(programs, "antiword", lambda: found.get("antiword"))

    def write(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        found[name] = str(path)

    return write


@pytest.fixture
def nothing_left(tmp_path: Path, twin: Twin) -> Callable[[], bool]:
    return lambda: list((tmp_path / "tmp").iterdir()) == []


def message(data: bytes) -> str:
    source = open_source(data)
    assert source.text == ""
    (remark,) = source.remarks
    assert remark.kind == "unreadable"
    return remark.message


def test_the_sentence_names_what_is_missing(twin: Twin) -> None:
    assert "LibreOffice hoặc antiword" in message(WORD)
    assert "LibreOffice" in message(RTF)
    assert "antiword" not in message(RTF)


def test_a_protected_document_is_not_given_to_a_program(twin: Twin, tmp_path: Path) -> None:
    twin("soffice", f"touch {tmp_path}/ran")
    protected = bytearray(WORD)
    protected[523] |= 1
    assert "mật khẩu" in message(bytes(protected))
    assert not (tmp_path / "ran").exists()


def test_what_libreoffice_writes_is_read(
    twin: Twin, nothing_left: Callable[[], bool], make_docx: Maker, p: Xml, tmp_path: Path
) -> None:
    (tmp_path / "made.docx").write_bytes(make_docx(p("Số: 12/KH-UBND")))
    twin("soffice", f'while [ "$1" != --outdir ]; do shift; done; mkdir -p "$2"; cp {tmp_path}/made.docx "$2/tep.docx"')
    for data, kind in ((WORD, "doc"), (RTF, "rtf")):
        source = open_source(data)
        assert (source.text, source.kind, source.remarks) == ("Số: 12/KH-UBND", kind, ())
    assert nothing_left()


@pytest.mark.parametrize(
    "script",
    ["exit 1", "kill -SEGV $$", "echo rubbish", "exec /nothing", 'mkdir -p "$8"; echo x > "$8/tep.docx"'],
    ids=["fails", "crashes", "writes nothing", "cannot start", "writes garbage"],
)
def test_a_program_that_fails_is_a_sentence(twin: Twin, nothing_left: Callable[[], bool], script: str) -> None:
    twin("soffice", script)
    assert "Hãy mở bằng Word" in message(RTF)
    assert nothing_left()


def test_a_program_that_hangs_is_ended_with_all_it_started(
    twin: Twin, nothing_left: Callable[[], bool], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(programs, "MAX_SECONDS", 0.5)
    twin("soffice", f"(sleep 2; touch {tmp_path}/late) & sleep 60")
    assert "chuyển đổi không xong" in message(RTF)
    assert nothing_left()
    assert not (tmp_path / "late").exists()


def test_a_program_that_writes_without_end_is_stopped(
    twin: Twin, nothing_left: Callable[[], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(programs, "MAX_OUTPUT", 100_000)
    twin("antiword", "exec yes")
    assert "chuyển đổi không xong" in message(WORD)
    assert nothing_left()


def test_antiword_gives_words_and_tables_and_says_what_may_be_missing(twin: Twin, tmp_path: Path) -> None:
    (tmp_path / "book.xml").write_text(DOCBOOK, encoding="utf-8")
    twin("antiword", f"cat {tmp_path}/book.xml")
    source = open_source(WORD)
    assert [line for line in source.text.splitlines() if line] == [
        "XÃ MINH HÒA",
        "Số: 12/KH-UBND",
        "Độc lập - Tự do - Hạnh phúc",
        "KẾ HOẠCH năm 2026",
        "Nhiệm vụ",
        "TT | Nhiệm vụ | Chủ trì | Hạn",
        "1 | Mở chuyên mục |  | Quý I",
    ]
    (table,) = source.tables
    assert table.rows[1][2].text == ""
    assert [remark.kind for remark in source.remarks] == ["converted"]


def test_antiword_reads_where_libreoffice_fails(twin: Twin, tmp_path: Path) -> None:
    (tmp_path / "book.xml").write_text(DOCBOOK, encoding="utf-8")
    twin("soffice", "exit 1")
    twin("antiword", f"cat {tmp_path}/book.xml")
    assert "KẾ HOẠCH" in open_source(WORD).text


def test_antiword_that_gives_no_docbook_is_a_sentence(twin: Twin) -> None:
    twin("antiword", "echo 'không phải XML'")
    assert message(WORD)


def test_macros_of_an_old_file_are_remarked(twin: Twin, tmp_path: Path) -> None:
    (tmp_path / "book.xml").write_text(DOCBOOK, encoding="utf-8")
    twin("antiword", f"cat {tmp_path}/book.xml")
    source = open_source(WORD + "_VBA_PROJECT".encode("utf-16-le"))
    assert [remark.kind for remark in source.remarks] == ["converted", "macros"]


if programs.office() is not None:

    def test_the_real_libreoffice_reads_rtf() -> None:
        form = vanban.to_form(vanban.read(RTF))
        assert form["number"] == "12/KH-UBND"
        assert form["remarks"] == []

    def test_the_real_libreoffice_follows_no_link(tmp_path: Path) -> None:
        import http.server
        import threading

        asked: list[str] = []

        class Server(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_error(404)

            def log_message(self, *arguments: object) -> None:
                pass

        with http.server.HTTPServer(("127.0.0.1", 0), Server) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            address = f"http://127.0.0.1:{server.server_port}/anh.png"
            link = f'{{\\field{{\\*\\fldinst INCLUDEPICTURE "{address}" \\\\d}}{{\\fldrslt x}}}}'
            source = read_office(RTF[:-1] + link.encode() + b"}", "rtf")
            server.shutdown()
        assert source.text.startswith("Số: 12/KH-UBND")
        assert asked == []
