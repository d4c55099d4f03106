"""Texts to measure on: documents of a made-up province and commune, written from our own sentences."""

from __future__ import annotations

from random import Random

_HEAD = """ỦY BAN NHÂN DÂN
XÃ MINH HÒA
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: {number}/KH-UBND
Minh Hòa, ngày {day:02} tháng 8 năm 2025

KẾ HOẠCH
Truyền thông về cải cách hành chính và chuyển đổi số năm 2025

Căn cứ Kế hoạch số {parent}/KH-UBND ngày 17/4/2025 của Ủy ban nhân dân tỉnh Minh Giang, Ủy ban nhân dân xã Minh Hòa ban
hành Kế hoạch như sau:
"""
_ENDING = """
Nơi nhận:
- UBND tỉnh Minh Giang (b/c);
- Các phòng, đơn vị thuộc xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""
_VERBS = ("Xây dựng", "Tổ chức", "Biên soạn", "Đăng tải", "Phát sóng", "Rà soát", "Cập nhật", "Giới thiệu")
_THINGS = (
    "chuyên mục hỏi đáp về thủ tục hành chính", "bản tin trên hệ thống truyền thanh",
    "tin, bài về dịch vụ công trực tuyến", "đồ họa thông tin hướng dẫn nộp hồ sơ",
    "chuyên trang về chuyển đổi số của xã", "phóng sự về bộ phận một cửa",
)  # fmt: skip
_AIMS = (
    "để người dân biết và làm theo", "bảo đảm đúng thời hạn, đúng nội dung",
    "gắn với việc tiếp nhận phản ánh, kiến nghị", "phù hợp với điều kiện của từng thôn",
    "theo hướng dẫn của cơ quan chuyên môn cấp tỉnh",
)  # fmt: skip
_UNITS = (
    "Văn phòng HĐND và UBND xã", "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công",
    "Trung tâm Dịch vụ tổng hợp", "Công an xã",
)  # fmt: skip
_PERIODS = ("Năm 2025", "Quý III/2025", "Quý III, IV/2025", "Thường xuyên", "Trước ngày 15/12/2025", "tháng 10/2025")
_RHYTHMS = ("2 tuần/1 số (26 số/năm)", "01 lần/tháng", "ít nhất 02 tin, bài/tuần", "hằng quý", "6 tháng/lần")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def _task(random: Random, number: int) -> str:
    lead, *support = random.sample(_UNITS, 3)
    sentence = f"{random.choice(_VERBS)} {random.choice(_THINGS)} {random.choice(_AIMS)}"
    cited = f" theo Quyết định số {random.randint(1, 3000)}/QĐ-UBND ngày {random.randint(1, 28):02}/5/2025"
    lines = [
        f"{number}. {sentence}{cited if random.random() < 0.3 else ''}.",
        f"a) Đơn vị chủ trì: {lead}.",
        f"b) Đơn vị phối hợp: {'; '.join(support)}.",
        f"c) Thời gian thực hiện: {random.choice(_PERIODS)}.",
    ]
    if random.random() < 0.5:
        lines.append(f"d) Tần suất: {random.choice(_RHYTHMS)}.")
    return "\n".join(lines)


def plan(tasks: int, seed: int = 1) -> str:
    """A plan of a commune with ``tasks`` tasks, about 330 bytes each; the same for the same seed."""
    random = Random(seed)  # not for secrets
    parts = [_HEAD.format(number=random.randint(1, 300), day=random.randint(1, 28), parent=random.randint(1, 300))]
    for start in range(0, tasks, 10):
        section = start // 10
        parts.append(f"{_ROMAN[section % 10]}. NỘI DUNG, NHIỆM VỤ NHÓM {section + 1}")
        parts += [_task(random, number + 1) for number in range(min(10, tasks - start))]
    return "\n\n".join(parts) + _ENDING
