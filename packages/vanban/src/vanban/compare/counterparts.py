"""Which body of a commune does what a body of the province does.

The specialised agencies of provinces and communes: Nghị định 150/2025/NĐ-CP; armed forces, Front and unions have
bodies of the same name at each level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.folding import one_of, spelled

_CULTURE = "phòng văn hóa - xã hội, phòng văn hóa và xã hội, phòng văn hóa xã hội, phòng vh-xh"
_ECONOMY = "phòng kinh tế, phòng kinh tế hạ tầng và đô thị"
_OFFICE = "văn phòng hđnd và ubnd, văn phòng ubnd"
_CENTRE = "trung tâm dịch vụ sự nghiệp công, trung tâm dịch vụ snc, trung tâm cung ứng dịch vụ sự nghiệp công"
#: Field of work of a provincial body, as its name says it, and the commune's bodies that have it.
_TABLE = (
    ("sở văn hóa", f"{_CULTURE}, {_CENTRE}"),
    ("sở y tế", f"{_CULTURE}, trạm y tế"),
    ("sở giáo dục", f"{_CULTURE}, trường, các trường, nhà trường"),
    ("sở khoa học", _CULTURE),
    ("sở nội vụ", f"{_CULTURE}, {_OFFICE}"),
    ("sở dân tộc", _CULTURE),
    ("sở nông nghiệp", f"{_ECONOMY}, {_CENTRE}"),
    ("sở công thương", _ECONOMY),
    ("sở xây dựng", _ECONOMY),
    ("sở tài chính", _ECONOMY),
    ("sở tư pháp", _OFFICE),
    ("văn phòng ubnd", _OFFICE),
    ("thanh tra", _OFFICE),
    ("báo", f"{_CENTRE}, {_CULTURE}"),
    ("đài phát thanh", f"{_CENTRE}, {_CULTURE}"),
    ("bộ chỉ huy quân sự", "ban chỉ huy quân sự"),
    ("tỉnh ủy", "đảng ủy"),
    ("ban tuyên giáo", "ban xây dựng đảng"),
    ("ban tổ chức", "ban xây dựng đảng"),
)
_LEVELS = one_of(
    "trung ương, chính phủ, tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn, đặc khu, cấp tỉnh, cấp huyện,"
    "cấp xã, các cấp, cơ sở"
)
_LEVEL_NAME = re.compile(rf"\s+(?:{_LEVELS})\b.*")
_SHORT = (("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd"), ("mặt trận tổ quốc việt nam", "mặt trận tổ quốc"))
#: Names that mean whoever is told, so that any body of the place stands for them.
_ANYONE = re.compile(
    r"(?:các|từng|mỗi|toàn thể)\b|(?:thủ trưởng|người đứng đầu|cấp ủy|chi ủy|lãnh đạo)\b|ubnd các|ubnd cấp|đảng ủy các"
)


def _bare(body: str) -> str:
    plain = " ".join(spelled(body).split())
    for long, short in _SHORT:
        plain = plain.replace(long, short)
    return plain


def _field(plain: str) -> str:
    """The name without its level and place: "công an tỉnh Minh Giang" gives "công an"."""
    return _LEVEL_NAME.sub("", plain).strip(" ,.;")


def is_counterpart(above: str, below: str) -> bool:
    """True when ``below`` is the body that does at its level what ``above`` does at a higher one."""
    upper, lower = _bare(above), _bare(below)
    if upper == lower or _ANYONE.match(upper) or _field(upper) == _field(lower):
        return True
    options = next((row[1] for row in _TABLE if upper.startswith(row[0])), "")
    return any(lower.startswith(option.strip()) for option in options.split(",") if option.strip())


def are_counterparts(above: Iterable[str], below: Iterable[str]) -> bool:
    """True when each body above has its counterpart below, or the other way round."""
    uppers, lowers = tuple(above), tuple(below)
    return all(any(is_counterpart(a, b) for b in lowers) for a in uppers) or all(
        any(is_counterpart(a, b) for a in uppers) for b in lowers
    )
