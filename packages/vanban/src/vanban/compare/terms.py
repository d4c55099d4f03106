"""What a phrase is about, as weighted terms: words of office prose made alike, numbers and places taken out.

Vietnamese writes a blank between syllables, so single syllables say little ("thông" stands in *giao thông*, *thông
tin*, *truyền thông*); two neighbouring ones say most. A term weighs the more the fewer units of both documents hold
it, so that what every line repeats (the subject of the plan, "tuyên truyền", the name of a cited plan) hardly counts.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from vanban.folding import one_of, spelled

#: Words that offices use for one another when they pass an order on; the first of a row stands for all.
_ALIKE = (
    "tuyên truyền, truyền thông, phổ biến, quán triệt, giới thiệu, học tập, lan tỏa",
    "kiểm tra, giám sát, thanh tra, rà soát, kiểm soát",
    "khảo sát, điều tra, đánh giá",
    "kiện toàn, củng cố, thành lập, thiết lập",
    "vận động, huy động, kêu gọi, phát động, ra quân",
    "công khai, niêm yết, công bố",
    "tập huấn, bồi dưỡng, đào tạo",
    "biểu dương, tuyên dương, khen thưởng, tôn vinh",
    "truyền thanh, phát thanh",
    "gương mẫu, nêu gương, tiên phong, gương",
    "xử lý, giải quyết, xử trí",
    "cảnh báo, phòng ngừa",
    "giả danh, mạo danh, giả mạo",
    "người dân, nhân dân, quần chúng, hộ dân, bà con",
    "trường học, nhà trường, các trường",
    "doanh nghiệp, công ty",
    "cơ sở dữ liệu, csdl",
    "chuyển đổi số, cđs",
    "dịch vụ công trực tuyến, dvctt",
    "ủy ban nhân dân, ubnd",
    "hội đồng nhân dân, hđnd",
    "trực tuyến, qua mạng, trên môi trường số, trên môi trường mạng",
    "tổng hợp, sơ kết, tổng kết",
    "cán bộ, công chức, viên chức, người lao động",
    "phương án, kịch bản",
    "thiết bị, phương tiện",
    "xây dựng, duy trì",
    "hướng dẫn, hỗ trợ",
    "tuần tra",
    "thông tin xấu độc, thông tin sai lệch, thông tin sai sự thật",
)
_LOCAL = (
    "trên địa bàn, địa bàn, địa phương, toàn tỉnh, toàn huyện, toàn xã, cấp tỉnh, cấp huyện, cấp xã, tỉnh, huyện, xã,"
    "phường, thị trấn, thành phố, thôn, tổ dân phố, khu dân cư, khu phố, ấp, bản, làng, các cấp"
)
_EMPTY = (
    "và, các, của, với, trong, về, để, cho, theo, tại, trên, là, những, việc, từ, đến, được, có, hoặc, nhằm, bằng, một,"
    "phải, khi, này, đó, như, qua, do, vào, đối với, thực hiện, triển khai, tổ chức, tăng cường, đẩy mạnh,"
    "chủ động, tiếp tục, kịp thời, công tác, nội dung, bảo đảm, đảm bảo, nâng cao, chủ trì, phối hợp, tham mưu,"
    "thường xuyên, hằng, mỗi, ít nhất, tối thiểu, trước, sau, ngày, tháng, quý, năm, lần, phấn đấu, đạt, trở lên,"
    "hoàn thành, thời gian, cơ quan, đơn vị, liên quan, cùng, đồng thời, cần, hết"
)
_MASKED = "§"  # stands for a word that says nothing and parts its neighbours
_NUMBERS = re.compile(
    r"(?:số\s+)?\d+(?:/\d+)?[-/][a-zđ][\w/-]*(?:,?\s+(?:ngày\s+)?\d{1,2}[/.]\d{1,2}[/.]\d{4})?|\d[\d.,/%]*\w*"
)
_WORD = re.compile(rf"[^\W\d_]+|{_MASKED}")
_PAIR = 1.0
_SINGLE = 0.5


def _alike() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in _ALIKE:
        words = [" ".join(word.split()) for word in row.split(",")]
        found |= dict.fromkeys(words, words[0].replace(" ", ""))
    return found


_SAME = _alike()
_SAME_PATTERN = re.compile(rf"\b{one_of(','.join(_SAME))}\b")
_EMPTY_PATTERN = re.compile(rf"\b(?:{one_of(_EMPTY)}|{one_of(_LOCAL)})\b")


@lru_cache(maxsize=8192)
def terms_of(text: str) -> tuple[str, ...]:
    """The terms of a phrase, each once: words without those that say nothing, and pairs of neighbours."""
    plain = _NUMBERS.sub(_MASKED, " ".join(spelled(text).split()))
    plain = _SAME_PATTERN.sub(lambda found: _SAME[found[0]], plain)
    plain = _EMPTY_PATTERN.sub(_MASKED, plain)
    words = _WORD.findall(plain)
    kept = [word for word in words if word != _MASKED]
    pairs = [f"{a} {b}" for a, b in pairwise(words) if _MASKED not in (a, b)]
    return tuple(dict.fromkeys([*kept, *pairs]))


_LEVEL = re.compile(rf"\b(?:{one_of(_LOCAL)}|cơ sở|trung ương|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|ủy|cấp trên)\b")


def is_local(phrase: str) -> bool:
    """True when a phrase (spelled) only names a level or place of government: "tỉnh", "cơ sở", "trên địa bàn xã"."""
    return _LEVEL.search(phrase) is not None and not _EMPTY_PATTERN.sub("", _LEVEL.sub("", phrase)).strip()


class Weights:
    """How much each term says, learnt from the units of both documents and from the subject that they share."""

    def __init__(self, texts: Sequence[str], subjects: Iterable[str] = ()) -> None:
        self._count = Counter(term for text in texts for term in terms_of(text))
        self._most = math.log(1 + len(texts))
        self._subject = frozenset(term for subject in subjects for term in terms_of(subject))

    def of(self, term: str) -> float:
        """The weight of a term, between 0 and 1."""
        rarity = math.log(1 + (self._total() / (1 + self._count[term]))) / (self._most or 1)
        worth = _PAIR if " " in term else _SINGLE
        return worth * rarity * (0.4 if term in self._subject else 1.0)

    def _total(self) -> float:
        return math.exp(self._most) - 1

    def weigh(self, text: str) -> dict[str, float]:
        """The terms of a phrase with their weights."""
        return {term: self.of(term) for term in terms_of(text)}
