"""Endings: recipients, signature, what signing programs leave, and the appendices after them; all made up."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vanban.folding import contains
from vanban.head import read_ending, read_head
from vanban.model import Value
from vanban.source import Source
from vanban.zones import split

START = """ỦY BAN NHÂN DÂN
XÃ MINH HÒA
Số: 45/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Minh Hòa, ngày 05 tháng 8 năm 2025

KẾ HOẠCH
Truyền thông năm 2025

I. MỤC ĐÍCH
1. Nâng cao nhận thức của người dân.
Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

"""
LIST = "Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT, VHXH.\n"
RECIPIENTS = ["UBND tỉnh (b/c)", "Lưu: VT, VHXH"]
NAME = "Nguyễn Văn A"


def ending(text: str) -> dict[str, Any]:
    source = Source(START + text, "text")
    found = read_ending(source, split(source))
    signatory = found.signatory
    signed = {name: getattr(signatory, name) for name in ("authority", "title", "name")}
    return {name: value and value.value for name, value in signed.items()} | {
        "recipients": [v.value for v in found.recipients],
        "remarks": [r.kind for r in found.remarks],
    }


def signed(text: str) -> tuple[str | None, str | None, str | None]:
    found = ending(text)
    return found["authority"], found["title"], found["name"]


@pytest.mark.parametrize(
    "printed, authority, title",
    [
        ("CHỦ TỊCH", None, "CHỦ TỊCH"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("KT.CHỦ TỊCH\nPHÓ CHỦ TỊCH", "KT.CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("K/T CHÁNH\nVĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG", "K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ("TM. ỦY BAN NHÂN\nDÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("T/M ĐẢNG ỦY\nBÍ THƯ", "T/M ĐẢNG ỦY", "BÍ THƯ"),
        ("T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG", "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"),
        ("T/M BỘ CHÍNH TRỊ", "T/M BỘ CHÍNH TRỊ", None),
        ("T/M ĐOÀN CHỦ TỊCH", "T/M ĐOÀN CHỦ TỊCH", None),
        ("TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
            "TL. CHỦ TỊCH; KT. CHÁNH VĂN PHÒNG",
            "PHÓ CHÁNH VĂN PHÒNG",
        ),
        ("Q. GIÁM ĐỐC", None, "Q. GIÁM ĐỐC"),
        ("TM. ỦY BAN NHÂN DÂN\nQ. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("QUYỀN GIÁM ĐỐC", None, "QUYỀN GIÁM ĐỐC"),
        ("TRƯỞNG BAN\nPHÓ CHỦ TỊCH UBND TỈNH", None, "PHÓ CHỦ TỊCH UBND TỈNH"),
        ("BÍ THƯ ĐẢNG ỦY\nkiêm\nTRƯỞNG BAN CHỈ ĐẠO", None, "TRƯỞNG BAN CHỈ ĐẠO"),
        ("TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ TỔ CHỨC\nCÁN BỘ", "TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ TỔ CHỨC CÁN BỘ"),
        ("**TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH**", "TM. BAN THƯỜNG TRỰC", "CHỦ TỊCH"),
        ("TM. BAN CHẤP HÀNH ĐẢNG BỘ\nBÍ THƯ", "TM. BAN CHẤP HÀNH ĐẢNG BỘ", "BÍ THƯ"),
        ("KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG"),
        ("KT. CHỈ HUY TRƯỞNG\nPHÓ CHỈ HUY TRƯỞNG", "KT. CHỈ HUY TRƯỞNG", "PHÓ CHỈ HUY TRƯỞNG"),
        ("TM. TỔ CÔNG TÁC\nTỔ TRƯỞNG", "TM. TỔ CÔNG TÁC", "TỔ TRƯỞNG"),
        ("TRƯỞNG THÔN", None, "TRƯỞNG THÔN"),
        ("TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", None, "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        ("TM. HỘI ĐỒNG NHÂN DÂN\nCHỦ TỊCH", "TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"),
        ("KT. TRƯỞNG CÔNG AN XÃ\nPHÓ TRƯỞNG CÔNG AN XÃ", "KT. TRƯỞNG CÔNG AN XÃ", "PHÓ TRƯỞNG CÔNG AN XÃ"),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", None, "PHÓ CHỦ TỊCH THƯỜNG TRỰC"),
        ("KT. TỔNG GIÁM ĐỐC\nPHÓ TỔNG GIÁM ĐỐC", "KT. TỔNG GIÁM ĐỐC", "PHÓ TỔNG GIÁM ĐỐC"),
        ("PHÓ THỦ TRƯỞNG CƠ QUAN", None, "PHÓ THỦ TRƯỞNG CƠ QUAN"),
        ("T.M ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "T.M ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM/ ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM/ ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "TM ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("ỦY VIÊN BAN THƯỜNG VỤ", None, "ỦY VIÊN BAN THƯỜNG VỤ"),
    ],
)
def test_authority_and_title(printed: str, authority: str | None, title: str | None) -> None:
    lines = printed.replace("**", "").split("\n")
    layouts = [
        f"{LIST}\n{printed}\n\n\n{NAME}\n",
        f"{printed}\n\n{NAME}\n\n{LIST}",
        f"|\n{LIST}|\n{printed}\n**{NAME}**\n|\n",
        f"{LIST}\n" + "\n\n".join(lines) + f"\n\n\n\n(Đã ký)\n\n{NAME}\n\n",
        f"{printed}\n\n\n{NAME}\n",
    ]
    right = [*lines, "", NAME]
    left = [*LIST.strip().split("\n"), "", "", "", ""]
    rows = list(zip(left, [*right, *[""] * 7][: len(left)], strict=True))
    layouts.append("\n".join(f"{a:<50}{b}" for a, b in rows))
    layouts.append("\n".join(f"{a}\t{b}" for a, b in rows))
    layouts.append("\n".join(f"| {a} | {b} |" for a, b in rows))
    for text in layouts:
        assert signed(text) == (authority, title, NAME), text
        assert ending(text)["recipients"] == (RECIPIENTS if "Nơi nhận" in text else []), text


@pytest.mark.parametrize(
    "printed, name",
    [
        ("Nguyễn Văn A", "Nguyễn Văn A"),
        ("NGUYỄN VĂN A", "NGUYỄN VĂN A"),
        ("Đại tá Nguyễn Văn A", "Nguyễn Văn A"),
        ("TS. Nguyễn Văn A", "Nguyễn Văn A"),
        ("PGS.TS. Nguyễn Văn A", "Nguyễn Văn A"),
        ("Y Văn A", "Y Văn A"),
        ("H'Văn A", "H'Văn A"),
        ("Nguyễn A", "Nguyễn A"),
        ("Nguyễn Thị Văn A", "Nguyễn Thị Văn A"),
        ("*Nguyễn Văn A*", "Nguyễn Văn A"),
        ("Nguyễn Văn A.", "Nguyễn Văn A"),
        ("", None),
        ("(Đã ký)", None),
    ],
)
def test_name(printed: str, name: str | None) -> None:
    assert signed(f"{LIST}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\n{printed}\n") == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name)


@pytest.mark.parametrize(
    "artefact",
    [
        "Nguyễn Văn A<vana@minhgiang.gov.vn> đã ký lên văn bản này!",
        "CỤC CHỨNG THỰC SỐ VÀ BẢO MẬT THÔNG TIN - BCYCP - ĐT: 024; Email: ca@bcy.gov.vn",
        "2025-08-05T10:26:13+0700",
        "BAN CƠ YẾU CHÍNH PHỦ",
        "Người ký: Nguyễn Văn A",
        "Ký bởi: Ủy ban nhân dân xã Minh Hòa",
        "Digitally signed by Nguyễn Văn A",
        "Signature Not Verified",
        "Thời gian ký: 05.08.2025 10:26:13 +07:00",
        "Ngày ký: 05-08-2025 10:26:13",
        "Cơ quan: Ủy ban nhân dân xã Minh Hòa",
        "Email: vana@minhgiang.gov.vn",
        "Tổ chức: UBND tỉnh Minh Giang",
        "05/08/2025 10:26:13",
        "[đã ký]",
        "(Ký tên, đóng dấu)",
        "2",
    ],
)
def test_what_signing_programs_add_belongs_to_nothing(artefact: str) -> None:
    for text in (
        f"{LIST}\nCHỦ TỊCH\n\n{NAME}\n{artefact}\n",
        f"{LIST}\nCHỦ TỊCH\n\n{artefact}\n\n{NAME}\n{artefact}\n\n{artefact}\n",
        f"CHỦ TỊCH\n{artefact}\n{NAME}\n{LIST}{artefact}\n",
    ):
        assert signed(text) == (None, "CHỦ TỊCH", NAME), text
        assert ending(text)["recipients"] == RECIPIENTS, text
        source = Source(START + text, "text")
        assert split(source).appendices == (), text


@pytest.mark.parametrize(
    "printed, recipients",
    [
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên,\n- Lưu VT.", ["Như trên", "Lưu VT"]),
        ("Nơi nhận: \n-Như trên;\n-Lưu:VT.", ["Như trên", "Lưu:VT"]),
        ("**Nơi nhận:**\n+ Như trên;\n+ Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("*Nơi nhận:*\n* Như trên;\n* Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận\n- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("NƠI NHẬN:\n- Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận : - Như trên;\n- Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận: - Như trên; - UBND tỉnh; - Lưu: VT.", ["Như trên", "UBND tỉnh", "Lưu: VT"]),
        ("Nơi nhận:\nNhư trên;\nUBND tỉnh (b/c);\nLưu: VT.", ["Như trên", "UBND tỉnh (b/c)", "Lưu: VT"]),
        (
            "Nơi nhận:\n- Thường trực Đảng ủy,\nHĐND xã;\n- Các cơ quan, đơn vị\nthuộc UBND xã;\n- Lưu: VT.",
            ["Thường trực Đảng ủy, HĐND xã", "Các cơ quan, đơn vị thuộc UBND xã", "Lưu: VT"],
        ),
        (
            "Nơi nhận:\n- Văn phòng Tỉnh ủy -\n- Cơ quan Thường trực (để b/c),\n- Lưu.",
            ["Văn phòng Tỉnh ủy - Cơ quan Thường trực (để b/c)", "Lưu"],
        ),
        (
            "Nơi nhận:\n- CT, PCT UBND xã;\n- VPUB: CVP, PCVP,\n  các phòng;\n- Lưu: VT, VHXH (02b).",
            ["CT, PCT UBND xã", "VPUB: CVP, PCVP, các phòng", "Lưu: VT, VHXH (02b)"],
        ),
        ("Nơi nhận:\n- Như trên;\n\n3\n\n- UBND tỉnh;\n- Lưu: VT.", ["Như trên", "UBND tỉnh", "Lưu: VT"]),
        (
            "Nơi nhận:\n- Đảng ủy, HĐND,\nUBND, UBMTTQVN XÃ;\n- Lưu: VT.",
            ["Đảng ủy, HĐND, UBND, UBMTTQVN XÃ", "Lưu: VT"],
        ),
        ("Nơi nhận:\n− Như trên;\n– UBND tỉnh;\n• Lưu: VT.", ["Như trên", "UBND tỉnh", "Lưu: VT"]),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT, VHXH", ["Như trên", "Lưu: VT, VHXH"]),
    ],
)
def test_recipients(printed: str, recipients: list[str]) -> None:
    for text in (
        f"{printed}\n\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{NAME}\n",
        f"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{NAME}\n\n{printed}\n",
    ):
        found = ending(text)
        assert found["recipients"] == recipients, text
        assert (found["authority"], found["title"], found["name"]) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", NAME), text


@pytest.mark.parametrize(
    "text",
    [
        "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- UBND tỉnh (b/c); KT. CHỦ TỊCH\n"
        "- Lưu: VT, VHXH. PHÓ CHỦ TỊCH\n\nNguyễn Văn A\n",
        "| Nơi nhận: - UBND tỉnh (b/c); - Lưu: VT, VHXH. | "
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn A |\n",
        "| Nơi nhận: - UBND tỉnh (b/c); - Lưu: VT, VHXH. | "
        "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Nguyễn Văn A |\n",
        "Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT, VHXH. TM. ỦY BAN NHÂN DÂN\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn A\n",
        "TM. ỦY BAN NHÂN DÂN Nơi nhận:\nKT. CHỦ TỊCH - UBND tỉnh (b/c);\nPHÓ CHỦ TỊCH - Lưu: VT, VHXH.\nNguyễn Văn A\n",
    ],
)
def test_columns_run_together(text: str) -> None:
    assert signed(text) == ("TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", NAME)
    assert ending(text)["recipients"] == RECIPIENTS


def test_joint_document_names_the_main_signer_and_says_so() -> None:
    side_by_side = (
        f"{LIST}\nKT. GIÁM ĐỐC SỞ TÀI CHÍNH            KT. GIÁM ĐỐC SỞ NỘI VỤ\n"
        "PHÓ GIÁM ĐỐC                         PHÓ GIÁM ĐỐC\n\nNguyễn Văn B                         Nguyễn Văn A\n"
    )
    found = ending(side_by_side)
    assert (found["authority"], found["title"], found["name"]) == ("KT. GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ GIÁM ĐỐC", NAME)
    assert found["remarks"] == ["several-signers"]
    one_after_the_other = (
        f"{LIST}\nKT. GIÁM ĐỐC SỞ NỘI VỤ\nPHÓ GIÁM ĐỐC\n\nNguyễn Văn A\n\nGIÁM ĐỐC SỞ TÀI CHÍNH\n\nNguyễn Văn B\n"
    )
    found = ending(one_after_the_other)
    assert (found["authority"], found["title"], found["name"]) == ("KT. GIÁM ĐỐC SỞ NỘI VỤ", "PHÓ GIÁM ĐỐC", NAME)
    assert found["remarks"] == ["several-signers"]


@pytest.mark.parametrize(
    "appendix",
    [
        "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n(Kèm theo Kế hoạch số 45/KH-UBND ngày 05/8/2025)\nTT | Nhiệm vụ\n",
        "Phụ lục I\nDANH MỤC NHIỆM VỤ\n(Ban hành kèm theo Kế hoạch số 45/KH-UBND)\n1. Việc thứ nhất\n",
        "Phụ lục: DANH MỤC NHIỆM VỤ\n1. Việc thứ nhất\n",
        "## Phụ lục 1: DANH MỤC\n1. Việc thứ nhất\n",
        "QUY CHẾ\nQuản lý đài truyền thanh\n(Ban hành kèm theo Quyết định số 45/QĐ-UBND)\nĐiều 1. Phạm vi\n",
        "DANH SÁCH THÀNH VIÊN\n(Kèm theo Kế hoạch số 45/KH-UBND)\n1. Bí thư\n",
        "ỦY BAN NHÂN DÂN\nXÃ MINH HÒA\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKẾ HOẠCH\n"
        "Triển khai\n(Kèm theo Quyết định số 45/QĐ-UBND)\nI. MỤC TIÊU\n",
        "Mẫu số 01\nBÁO CÁO KẾT QUẢ\nKính gửi: Ủy ban nhân dân xã\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\n",
    ],
)
def test_what_follows_the_signature_is_an_appendix(appendix: str) -> None:
    text = f"{START}{LIST}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{NAME}\n\n{appendix}"
    source = Source(text, "text")
    zones = split(source)
    assert text[zones.appendices[0].start : zones.appendices[-1].end].strip() == appendix.strip()
    assert ending(text[len(START) :])["recipients"] == RECIPIENTS
    assert signed(text[len(START) :]) == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", NAME)


def test_zones_cover_the_text_in_order() -> None:
    text = f"{START}{LIST}\nCHỦ TỊCH\n\n{NAME}\n\nPHỤ LỤC I\n1. Một\n\nPHỤ LỤC II\n1. Hai\n"
    zones = split(Source(text, "text"))
    spans = [zones.head, zones.body, zones.ending, *zones.appendices]
    assert [span.start for span in spans] == [0, *[span.end for span in spans[:-1]]]
    assert spans[-1].end == len(text)
    assert text[zones.body.start : zones.body.end].strip().startswith("I. MỤC ĐÍCH")
    assert len(zones.appendices) == 2


def test_nothing_is_made_of_a_body_without_an_ending() -> None:
    found = ending("2. Nơi nhận hồ sơ là bộ phận một cửa của xã.\n3. Chủ tịch Ủy ban nhân dân xã chịu trách nhiệm.\n")
    assert found == {"authority": None, "title": None, "name": None, "recipients": [], "remarks": []}


def test_minutes_name_the_chair() -> None:
    text = "THƯ KÝ                         CHỦ TỌA\n\n\nNguyễn Văn B                   Nguyễn Văn A\n"
    found = ending(text)
    assert (found["title"], found["name"], found["remarks"]) == ("CHỦ TỌA", NAME, ["several-signers"])


def test_title_in_small_letters() -> None:
    assert signed(f"{LIST}\nTM. Ủy ban nhân dân\nChủ tịch\n\n{NAME}\n") == ("TM. Ủy ban nhân dân", "Chủ tịch", NAME)


def test_a_field_named_noi_nhan_in_a_table_is_no_list() -> None:
    text = (
        f"| TT | Trường | Nơi nhận |\n| 1 | Phiếu | Sở Nội vụ |\n2. Tiếp tục thực hiện.\n\n{LIST}\nCHỦ TỊCH\n\n{NAME}\n"
    )
    found = ending(text)
    assert (found["recipients"], found["title"], found["name"]) == (RECIPIENTS, "CHỦ TỊCH", NAME)


LINES = [
    "ỦY BAN NHÂN DÂN",
    "XÃ MINH HÒA",
    "Số: 45/KH-UBND",
    "Số:",
    "Số:    /",
    "CỘNG HÒA XÃ HỘI",
    "CHỦ NGHĨA VIỆT NAM",
    "Minh Hòa, ngày 05",
    "tháng 8 năm 2025",
    "KẾ HOẠCH",
    "K Ế H O Ạ C H",
    "Về việc",
    "V/v",
    "Kính gửi:",
    "- Sở Nội vụ;",
    "Nơi nhận:",
    "- Lưu: VT.",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Nguyễn Văn A",
    "(Đã ký)",
    "PHỤ LỤC I",
    "(Kèm theo Kế hoạch số 45/KH-UBND)",
    "MẬT",
    "HỎA TỐC",
    "|",
    "| a | b |",
    "-----",
    "*",
    "**",
    "<b>",
    "\t",
    "  x   y  ",
    "",
    "Căn cứ Luật;",
    "I. MỤC ĐÍCH",
    "điện:",
    "(",
    "“",
    "İSTANBUL",
    "ß",
    "\x00",
    "ĐẢNG CỘNG SẢN",
    "kiêm",
    "TM.",
    "Q.",
    "Nơi nhận: |",
]


@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(["\n", "\n\n", "   ", "\t", " | ", " "]))
def test_no_order_of_lines_breaks_the_reader(lines: list[str], joint: str) -> None:
    text = joint.join(lines)
    source = Source(text, "text")
    zones = split(source)
    spans = [zones.head, zones.body, zones.ending, *zones.appendices]
    assert [span.start for span in spans] == [0, *[span.end for span in spans[:-1]]]
    assert zones.appendices or spans[-1].end == len(text)
    head, tail = read_head(source, zones), read_ending(source, zones)
    values = [getattr(head, field.name) for field in fields(head)] + [
        getattr(tail.signatory, n) for n in ("authority", "title", "name")
    ]
    for value in [*(v for v in values if isinstance(v, Value)), *head.addressees, *tail.recipients]:
        assert value.value
        assert 0 <= value.span.start < value.span.end <= len(text)
        assert value.rule.startswith("derived.") or contains(text[value.span.start : value.span.end], value.value)


def test_title_broken_at_its_dash() -> None:
    title = "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"
    assert signed(f"{LIST}\nTUQ. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA\n- XÃ HỘI\n\n{NAME}\n") == (
        "TUQ. CHỦ TỊCH",
        title,
        NAME,
    )
    assert ending(f"{LIST}\nTRƯỞNG PHÒNG VĂN HÓA\n- XÃ HỘI\n\n{NAME}\n")["recipients"] == RECIPIENTS


def test_a_name_printed_twice_is_one_signer() -> None:
    assert ending(f"{LIST}\nCHỦ TỊCH\n\n{NAME}\n\n{NAME}\n")["remarks"] == []


def test_two_signers_parted_by_tabs() -> None:
    left, right = (
        ("TM. ỦY BAN MTTQ VIỆT NAM XÃ", "CHỦ TỊCH", "Nguyễn Văn B"),
        ("TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH", NAME),
    )
    rows = "\n".join(f"{a}\t{b}" for a, b in zip(left, right, strict=True))
    assert signed(f"{rows}\n{LIST}") == ("TM. ỦY BAN NHÂN DÂN XÃ", "CHỦ TỊCH", NAME)
