"""The words of the demonstration: procedures as an official fills them into the spreadsheet, and guides."""

import csv
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data") / "procedures.tsv"
_CENTRE = "Trung tâm Phục vụ hành chính công xã Minh Hòa, hoặc của bất kỳ xã nào trong tỉnh"
_STEPS = (
    "Nộp hồ sơ tại quầy hoặc trên Cổng Dịch vụ công quốc gia; nhận giấy hẹn ghi ngày trả.",
    "Cơ quan xem hồ sơ; thiếu gì thì báo một lần, bằng văn bản.",
    "Nhận kết quả tại quầy, qua bưu chính hoặc bản điện tử theo ngày hẹn.",
)
_QUESTIONS = {
    "1.001193": "Trẻ sinh ở đâu? | Sinh tại cơ sở y tế | Sinh ở nơi khác\n"
    "Cha mẹ đã đăng ký kết hôn chưa? | Cha mẹ đã đăng ký kết hôn | Cha mẹ chưa đăng ký kết hôn",
    "1.004873": "Anh, chị đã từng kết hôn chưa? | Chưa từng kết hôn | Đã từng kết hôn",
    "1.001612": "Ai đăng ký? | Một người | Nhiều thành viên trong hộ cùng đăng ký",
    "MH.000402": "Đã có giấy tờ y tế về khuyết tật chưa? | Đã có giấy tờ y tế | Chưa có giấy tờ y tế",
    "MH.000501": "Có giấy tờ gì về đất không? | Có giấy tờ về đất | Không có giấy tờ về đất",
    "MH.000602": "Gia đình thuộc hộ nào? | Hộ nghèo, cận nghèo | Hộ khác",
}
GUIDES: tuple[dict[str, Any], ...] = (
    {
        "title": "Khi nhà có trẻ mới sinh", "audience": "citizens",
        "lead": "Làm giấy khai sinh trước, các việc khác dùng số định danh có trong đó.",
        "steps": "Xem giấy tờ cần mang và nộp hồ sơ khai sinh [1.001193]\n"
        "Lấy thêm bản sao trích lục nếu cần nộp nơi khác [2.000635]\n"
        "Hỏi Công an xã về đăng ký thường trú, Bảo hiểm xã hội về thẻ bảo hiểm y tế cho trẻ",
    },
    {
        "title": "Chuẩn bị kết hôn", "audience": "citizens",
        "lead": "Hai người cùng đến ký; người ở nơi khác xin giấy xác nhận trước.",
        "steps": "Người cư trú ở nơi khác xin giấy xác nhận tình trạng hôn nhân [1.004873]\n"
        "Hai bên cùng đến đăng ký và ký vào sổ [1.000894]",
    },
    {
        "title": "Khi người thân qua đời", "audience": "citizens",
        "lead": "Gia đình được hướng dẫn tại nhà; các việc làm trong một lần đến.",
        "steps": "Đăng ký khai tử [1.000656]\nĐề nghị hỗ trợ chi phí mai táng nếu thuộc diện [MH.000404]",
    },
    {
        "title": "Mở hộ kinh doanh", "audience": "businesses",
        "lead": "Từ ý định đến ngày bán hàng đầu tiên, việc nào làm ở đâu.",
        "steps": "Chọn tên và ngành nghề, kiểm tra ngành có điều kiện\n"
        "Nộp hồ sơ đăng ký, không phải đến trụ sở [1.001612]\nĐổi tên, địa chỉ hay ngành nghề sau này [MH.000302]",
    },
)  # fmt: skip


def rows() -> list[dict[str, Any]]:
    """Thirty rows by the keys of the spreadsheet's columns."""
    with _DATA.open(encoding="utf-8", newline="") as file:
        return [_row(each) for each in csv.DictReader(file, delimiter="\t")]


def _row(said: dict[str, str]) -> dict[str, Any]:
    online = {"none": "Chưa trực tuyến", "partial": "Một phần", "full": "Toàn trình"}[said["online"]]
    audience = {"citizens": "Người dân", "businesses": "Doanh nghiệp, hộ kinh doanh"}.get(
        said["audience"], "Người dân và doanh nghiệp"
    )
    # Only the first page of the national portal: an address made up for one procedure would be a dead link.
    link = "https://dichvucong.gov.vn/" if said["online"] != "none" else None
    return said | {
        "executor": "Ủy ban nhân dân xã", "place": _CENTRE, "steps": "\n".join(_STEPS), "online": online,
        "audience": audience, "link": link, "questions": _QUESTIONS.get(said["code"]),
        "papers": said["papers"].replace(";;", "\n").replace(" / ", " | "),
        "legal_basis": said["legal_basis"].replace(";;", "\n"),
    }  # fmt: skip
