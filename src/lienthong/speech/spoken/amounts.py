"""Money, measures, percentages, ranges, fractions, Roman numerals, ordinals and every number that is left."""

import re

from lienthong.speech.spoken.numbers import cardinal, number, ordinal, roman

_N = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_UNITS = {
    "km/h": "ki lô mét một giờ", "km²": "ki lô mét vuông", "km2": "ki lô mét vuông", "m²": "mét vuông",
    "m2": "mét vuông", "m³": "mét khối", "m3": "mét khối", "km": "ki lô mét", "cm": "xăng ti mét",
    "mm": "mi li mét", "m": "mét", "ha": "héc ta", "kg": "ki lô gam", "mg": "mi li gam", "g": "gam",
    "ml": "mi li lít", "l": "lít", "kWh": "ki lô oát giờ", "kW": "ki lô oát", "MW": "mê ga oát", "kV": "ki lô vôn",
    "W": "oát", "V": "vôn", "GB": "gi ga bai", "MB": "mê ga bai", "TB": "tê ra bai", "Mbps": "mê ga bít một giây",
    "Gbps": "gi ga bít một giây", "MHz": "mê ga héc", "kHz": "ki lô héc", "Hz": "héc", "°C": "độ xê", "ºC": "độ xê",
    "oC": "độ xê", "dB": "đề xi ben", "%": "phần trăm", "‰": "phần nghìn", "đ": "đồng", "VNĐ": "đồng", "VND": "đồng",
    "USD": "đô la Mỹ", "$": "đô la", "trđ": "triệu đồng", "tr.đ": "triệu đồng", "tr": "triệu", "p": "phút",
}  # fmt: skip
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))
#: What stands below the stroke of a rate: "26 số/năm", "50.000 đồng/người/tháng", "5 tấn/ha".
_PER = (
    "năm|tháng|tuần|ngày|giờ|phút|giây|quý|kỳ|người|hộ|lần|ca|buổi|xã|thôn|đơn vị|suất|con|cây|chiếc|cái|sào|mét vuông|"
    "mét khối|mét|héc ta|ha|ki lô gam|lít|m2|m²|m3|kg|km|vụ|đợt|lượt|hồ sơ|số|bài|tin|lớp|trường|cháu|học sinh"
)
_ROMAN_WORDS = (
    "quý|chương|mục|phần|khóa|khoá|kỳ|tập|hạng|loại|đợt|vòng|cấp|bậc|thế kỷ|lần|nhóm|khu vực|phụ lục|bảng|giai đoạn|"
    "tiểu mục|biểu|mẫu|đại hội|và"
)
_PART_OF = re.compile(r"\s+(?:diện tích|số|dân số|tổng|thời gian|quãng|chiều|sào|mẫu|lượng)\b")


def read_amounts(text: str) -> str:
    text = re.sub(r"(?<![\d.,])\d{1,3}(?: \d00)(?: \d{3})*(?!\d)", lambda f: f.group().replace(" ", "."), text)
    text = _roman_numerals(text)
    text = re.sub(r"\b([Tt]hứ)\s+(\d{1,3})(?!\w|[.,/]\d)", lambda f: f"{f[1]} {ordinal(int(f[2]))}", text)
    text = re.sub(rf"({_N})\s*(?:{_UNIT})?\s*[-–]\s*(?={_N})", _to, text)
    text = re.sub(r"(?:(?<=giờ)|(?<=phút))\s*[-–]\s*(?=\w)", " đến ", text)
    text = re.sub(rf"(?<![\w.,/])([$])({_N})(?!\w)", r"\2 \1", text)
    text = re.sub(rf"(?<![\w])-({_N})(?=\s*(?:°C|ºC|độ|%))", r"âm \1", text)
    text = re.sub(rf"(?<![^\W\d])({_N})\s*({_UNIT})(?![\w²³])", lambda f: f"{f[1]} {_UNITS[f[2]]}", text)
    text = re.sub(rf"(?<=[^\W\d])\s*/\s*(?={_N}?\s*(?:{_PER})(?!\w))", _per, text)
    text = re.sub(rf"\b(một)\s+({_UNIT})(?!\w)", lambda f: f"{f[1]} {_UNITS[f[2]]}", text)
    text = re.sub(rf"({_N})\s*[x×]\s*(?={_N})", r"\1 nhân ", text)
    text = re.sub(rf"(?<![\w.,/])({_N})/({_N})(?![\w/])", _over, text)
    text = re.sub(r"(?<![\w.,])\d+(?:\.\d{1,2})+(?![\w])(?!\.\d)", _section, text)
    text = re.sub(r"(\d+)(?=[A-ZĐ]\d*\b)", lambda f: f"{number(f[1])} ", text)
    text = re.sub(r"(?<=[^\W\d_])(\d+)", lambda f: f" {number(f[1])}", text)
    return re.sub(_N, lambda f: number(f.group()), text)


def _to(found: re.Match[str]) -> str:
    return re.sub(r"\s*[-–]\s*$", " đến ", found.group())


def _per(found: re.Match[str]) -> str:
    """ "một" unless the text gives the number itself ("2 tuần/1 số")."""
    return " " if found.string[found.end() :][:1].isdigit() else " một "


def _over(found: re.Match[str]) -> str:
    """A count of a whole, "mười bốn trên hai mươi sáu", but "ba phần tư diện tích"."""
    part, whole = number(found[1]), number(found[2])
    if _PART_OF.match(found.string[found.end() :]) and found[2].isdigit():
        return f"{part} phần {ordinal(int(found[2]))}"
    return f"{part} trên {whole}"


def _section(found: re.Match[str]) -> str:
    return " chấm ".join(cardinal(int(part)) for part in found.group().split("."))


def _roman_numerals(text: str) -> str:
    signs = r"([IVXLCDM]+)(?![\w])"
    text = re.sub(rf"(?i:\b(thứ)\s+)(?-i:{signs})", lambda f: _said(f, ordinal), text)
    text = re.sub(rf"(?i:\b({_ROMAN_WORDS})\s+)(?-i:{signs})", lambda f: _said(f, cardinal), text)
    text = re.sub(r"(?m)^(\s*)([IVX]+)(?=\s*[.)/-]\s)", lambda f: f"{f[1]}{_value(f[2])}", text)
    text = re.sub(r"(?<![\w.-])([IVX]{2,})(?![\w])", lambda f: _value(f[1]), text)
    return re.sub(r"(?<=[\w]\s)([IVX]+)(?=\s*[-,]\s*(?:[IVX]+\b|một|hai|ba|bốn))", lambda f: _value(f[1]), text)


def _said(found: re.Match[str], say: object) -> str:
    value = roman(found[2])
    return f"{found[1]} {say(value)}" if value and callable(say) else found.group()


def _value(text: str) -> str:
    value = roman(text)
    return cardinal(value) if value else text
