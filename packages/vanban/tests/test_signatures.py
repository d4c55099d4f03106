"""Electronic signatures: intact or not, trusted or not, and what cannot be judged is said to be so."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
import vanban
from pyhanko.pdf_utils.reader import PdfFileReader
from signing import BOX, authority, hybrid, sign
from vanban.cli import main
from vanban.esign import CertificateError, is_signed
from vanban.esign.wording import sentence

Maker = Callable[..., bytes]
PAGE = [(85, 700, "Ủy ban nhân dân xã Minh Hòa thông báo lịch tiếp công dân.")]


@pytest.fixture(scope="module")
def signed(make_pdf: Maker) -> bytes:
    return sign(make_pdf(PAGE), authority().signer())


def only(data: bytes, *roots: bytes) -> vanban.ElectronicSignature:
    (signature,) = vanban.signatures(data, roots)
    return signature


def test_who_signed_for_whom_and_when(signed: bytes) -> None:
    signature = only(signed)
    assert (signature.signer, signature.issuer) == ("Nguyễn Văn A", "CA thử nghiệm")
    assert signature.body == "Văn phòng, Ủy ban nhân dân xã Minh Hòa"
    assert signature.signed_at is not None
    at = datetime.fromisoformat(signature.signed_at)
    assert abs((datetime.now(UTC) - at).total_seconds()) < 3600
    assert signature.page == 1
    assert signature.box == (BOX[0], 842 - BOX[3], BOX[2], 842 - BOX[1])


def test_intact_and_trusted(signed: bytes) -> None:
    signature = only(signed, authority().root)
    assert (signature.intact, signature.trust, signature.whole_file) == (True, "trusted", True)
    assert signature.message.endswith("nội dung đã ký còn nguyên vẹn; chứng thư do CA thử nghiệm cấp được tin cậy.")


def test_one_changed_byte_is_seen(signed: bytes) -> None:
    at = signed.index(b"/MediaBox [0 0 595 842]") + len(b"/MediaBox [0 0 59")
    signature = only(signed[:at] + b"4" + signed[at + 1 :], authority().root)
    assert signature.intact is False
    assert "đã bị thay đổi sau khi ký" in signature.message
    assert signature.signer == "Nguyễn Văn A"


def test_without_roots_the_chain_is_not_to_be_judged(signed: bytes) -> None:
    signature = only(signed)
    assert (signature.intact, signature.trust) == (True, "undetermined")
    assert "chưa xác định được độ tin cậy" in signature.message
    assert "hỏng" not in signature.message


def test_another_authority_is_unknown(make_pdf: Maker) -> None:
    data = sign(make_pdf(PAGE), authority("CA lạ").signer(embed_root=True))
    assert only(data, authority().root).trust == "unknown"
    assert only(data).trust == "unknown"
    assert only(data, authority("CA lạ").root).trust == "trusted"


def test_a_certificate_that_had_ended_is_not_trusted(make_pdf: Maker) -> None:
    data = sign(make_pdf(PAGE), authority().signer(days=-2))
    assert only(data, authority().root).trust == "undetermined"


def test_the_name_of_a_root_is_not_enough(make_pdf: Maker) -> None:
    impostor = type(authority())("CA thử nghiệm")
    signature = only(sign(make_pdf(PAGE), impostor.signer()), authority().root)
    assert (signature.intact, signature.trust) == (True, "undetermined")


def test_what_was_added_after_signing_is_said(signed: bytes) -> None:
    added = signed + b"\n%% them vao sau\n"
    signature = only(added)
    assert (signature.intact, signature.whole_file) == (True, False)
    assert "không nằm trong chữ ký nào" in signature.message


def test_a_second_signature_covers_what_was_added(signed: bytes) -> None:
    first, second = vanban.signatures(sign(signed, authority().signer(), "ChuKy2"))
    assert (first.intact, first.whole_file, second.intact, second.whole_file) == (True, False, True, True)
    assert first.message.endswith("phần thêm vào tệp sau đó nằm trong chữ ký khác.")


def test_files_with_two_kinds_of_references(make_pdf: Maker) -> None:
    data = sign(hybrid(make_pdf(PAGE)), authority().signer())
    assert PdfFileReader(io.BytesIO(data), strict=False).xrefs.hybrid_xrefs_present
    signature = only(data, authority().root)
    assert (signature.intact, signature.trust) == (True, "trusted")


def spoilt_container(data: bytes) -> bytes:
    at = data.index(b"/Contents <30") + len(b"/Contents <")
    return data[:at] + b"ff" * 20 + data[at + 40 :]


@pytest.mark.parametrize(
    "spoil",
    [
        spoilt_container,
        lambda data: data.replace(b"/ByteRange", b"/ByteRangX", 1) + b"% /ByteRange",
        lambda data: data.replace(b"/AcroForm", b"/AcroFarm").replace(b"/Root", b"/Rot ") + b"% /ByteRange",
    ],
    ids=["container", "no range", "no structure"],
)
def test_a_spoilt_signature_is_not_to_be_judged(signed: bytes, spoil: Callable[[bytes], bytes]) -> None:
    signature = only(spoil(signed))
    assert (signature.signer, signature.intact, signature.trust) == (None, None, "undetermined")
    assert "không xác định" in signature.message


def test_a_hole_in_the_signed_bytes_is_not_to_be_judged(signed: bytes) -> None:
    at = signed.index(b"/ByteRange [") + len(b"/ByteRange [")
    end = signed.index(b"]", at)
    first, length, second, rest = map(int, signed[at:end].split())
    wider = f"{first} {length} {second + 10} {rest - 10}".ljust(end - at).encode()
    assert only(signed[:at] + wider + signed[end:]).intact is None


def test_weak_hashes_and_later_additions_are_said(signed: bytes) -> None:
    assert sentence(only(signed), "sha1", covered_later=False).endswith("; thuật toán băm SHA-1 đã yếu.")


def test_plain_files_are_not_given_to_pyhanko(make_pdf: Maker) -> None:
    assert not is_signed(make_pdf(PAGE, stamps=[(100, 600, "12")]))
    program = "import sys, vanban; vanban.read(sys.stdin.buffer.read()); sys.exit('pyhanko' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], input=make_pdf(PAGE), check=False)
    assert run.returncode == 0


def test_reading_gives_the_signatures(signed: bytes) -> None:
    document = vanban.read(signed, trust_roots=[authority().pem])
    assert [signature.trust for signature in document.signatures] == ["trusted"]
    (form,) = vanban.to_form(document)["signatures"]
    assert form["signer"] == "Nguyễn Văn A"
    assert form["box"] == [BOX[0], 842 - BOX[3], BOX[2], 842 - BOX[1]]
    json.dumps(form)
    assert vanban.read(b"van ban thuan /ByteRange").signatures == ()


def test_the_command_takes_a_folder_of_roots(signed: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, roots = tmp_path / "van-ban.pdf", tmp_path / "chung-thu"
    file.write_bytes(signed)
    roots.mkdir()
    assert main(["read", str(file), "--trust", str(roots)]) == 2
    assert "không có chứng thư nào" in capsys.readouterr().err
    (roots / "goc.pem").write_bytes(authority().pem)
    assert main(["read", str(file), "--trust", str(roots)]) == 0
    assert "được tin cậy" in " ".join(capsys.readouterr().out.split())
    (roots / "hong.cer").write_bytes(b"khong phai chung thu")
    assert main(["read", str(file), "--trust", str(roots)]) == 2
    assert "hong.cer" in capsys.readouterr().err


def test_a_root_that_is_no_certificate(signed: bytes, tmp_path: Path) -> None:
    with pytest.raises(CertificateError, match="không đọc được"):
        vanban.signatures(signed, [b"abc"])
    with pytest.raises(CertificateError, match="Không mở được"):
        vanban.roots_in(tmp_path / "khong-co")
