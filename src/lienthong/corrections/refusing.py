"""What cannot stand in a claim, by its form alone: never by a topic or by what somebody thinks.

Addresses, accounts, numbers and names would say who said it; words about how the office or one of its people behaves
(:mod:`.conduct`) are feedback, which is registered and answered. Every refusal says what to do instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from lienthong.core.refusals import Refused
from lienthong.corrections.conduct import is_about_conduct
from lienthong.corrections.unmasking import armed, seen

_ACCOUNT = re.compile(
    r"(?<![\w.-])(?:https?://)?(?:[\w-]+\.)*"
    r"(?:facebook\.com|fb\.com|fb\.me|fb\.watch|m\.me|zalo\.me|zaloapp\.com|tiktok\.com|youtube\.com|youtu\.be|"
    r"instagram\.com|threads\.net|threads\.com|twitter\.com|x\.com|t\.me|telegram\.me|telegram\.org|viber\.com|"
    r"linkedin\.com|lotus\.vn|gapo\.vn|mocha\.com\.vn|whatsapp\.com|wa\.me)(?![\w.-])(?:/\S*)?",
    re.I,
)
#: The same with blanks where nobody would put them: "facebook . com", "fb com/ten".
_ACCOUNT_APART = re.compile(
    r"(?<![\w.-])(?:facebook|fb|zalo|tiktok|youtube|instagram|telegram|threads|twitter|linkedin)"
    r"(?:\s*\.\s*|\s+)(?:com|me|net|org|watch)(?![\w-])(?:\s*/\s*\S*)?|"
    r"(?<![\w.-])(?:m|t|wa|youtu|x)\s*\.\s*(?:me|be|com)\s*/\s*\S+",
    re.I,
)
_ADDRESS = re.compile(r"https?://\S+|(?<![\w@.-])www\.\S+|(?<![\w@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/\S*", re.I)
_MAIL = re.compile(r"[\w.+-]+(?:@|\s+@\s+)[\w-]+\s?\.\s?\w+")
_AT = re.compile(r"(?<![\w.@])@(?:[\w.]{2,}|\s[a-z_][\w.]+)", re.I)
_NUMBER = re.compile(r"(?<![\d/.-])(?:\+84|84|0)(?:(?:\) ?|[ ._-])?\d){8,10}(?![\d/])")
#: A telephone number said digit by digit: "không chín một hai …".
_DIGIT = "không|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín"
_SPOKEN_NUMBER = re.compile(rf"(?<!\w)(?:{_DIGIT})(?:[\s,.-]+(?:{_DIGIT})(?!\w)){{7,}}", re.I)
#: The number of a bank account, behind the word.
_BANK_ACCOUNT = re.compile(r"(?<!\w)(?:tài khoản|stk|số tk)(?!\w)[^.;\n\d]{0,40}\d(?:[ .-]?\d){6,}", re.I)
#: The number of an identity card.
_IDENTITY = re.compile(r"(?<![\d.,/-])0\d{11}(?![\d/])")

_UPPER = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_TITLED = re.compile(rf"(?<!\w)(?:ông|bà|anh|chị|cô|chú|bác|thầy|cụ|đồng chí|đ/c)\s+(?!Hồ\b)[{_UPPER}]\w*")
#: At the beginning of a sentence the title has a capital itself, as places do that are called so.
_TITLED_FIRST = re.compile(rf"(?:^|[.!?:;\n“\"(]\s*)(?:Ông|Bà|Anh|Chị)\s+(?!Rịa|Nà|Đen|Triệu|Điểm|Sơn)[{_UPPER}]\w*")
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Mai|Đào|Trương|Tạ|"
    "Quách|Nông|Lò|Giàng|Sùng|Lưu|Phùng|Vương|Tống"
)
_SHOUTED = re.compile(rf"(?<!\w)(?:ÔNG|BÀ|ANH|CHỊ|CÔ|CHÚ|BÁC|ĐỒNG CHÍ)\s+(?:{_FAMILIES.upper()})\s+[{_UPPER}]")
#: A post and a person's name. Communes, streets and schools are called after persons: behind those words only a name
#: with "Văn" or "Thị" is taken for one.
_NAMED_HOLDER = re.compile(
    r"(?i:cán bộ|công chức|viên chức|nhân viên|chủ tịch|bí thư|trưởng phòng|trưởng thôn|trưởng ban|giám đốc|"
    r"trưởng công an|công an viên)(?:\s+(?!Hồ Chí Minh)\w+){0,4}?\s+(?!Hồ Chí Minh)(?:"
    rf"(?<!xã )(?<!phường )(?<!thôn )(?<!khu )(?<!đường )(?<!phố )(?<!trường )(?<!học )(?<!tỉnh )(?<!bản )(?<!ấp )"
    rf"(?<!huyện )(?:{_FAMILIES})(?:\s+[{_UPPER}]\w*){{2,3}}|(?:{_FAMILIES})\s+(?:Văn|Thị)\s+[{_UPPER}]\w*)"
)
#: A post and a given name alone. Behind "trưởng thôn", "chủ tịch xã" the one word may as well be a place.
_GIVEN_NAME = re.compile(
    rf"(?i:cán bộ|công chức|viên chức|nhân viên|chủ tịch|bí thư|công an viên)\s+"
    rf"(?!(?:Huế|Đảng|Đoàn|Chi|Hội|Mặt|Ủy|Uỷ|Quốc|Nhà|Nước|Sở|Phòng|Bộ|Ban|Cục|Khối|Trung|Tỉnh|Xã|Phường|Thôn|"
    rf"Công|Tư|Địa|Văn|Thành|Huyện|Quận|Liên|Y|Thuế|Điện)(?!\w))[{_UPPER}][^\W\d_{_UPPER}]+(?!\w)(?!\s+[{_UPPER}])"
)


class IsFeedback(Refused):
    """The text cannot become a claim, and may be feedback: the form offers to register it as that."""


def account_address(text: str) -> str:
    """The first address in ``text`` that leads to somebody's account or page, or ""."""
    plain = armed(text)
    found = _ACCOUNT.search(plain) or _ACCOUNT_APART.search(plain)
    return found[0] if found else ""


def faults_in(text: str) -> Iterator[str]:
    """A sentence for each thing in ``text`` that points to a person, with what to do."""
    text, linked = seen(text), armed(text)
    if account_address(text):
        yield _("Có địa chỉ trang cá nhân, tài khoản hoặc nhóm. Hãy bỏ địa chỉ; chỉ ghi điều được nói.")
    elif _ADDRESS.search(linked):
        yield _("Có địa chỉ trang web. Hãy bỏ đi; trang lừa đảo ghi ở ô riêng.")
    if _MAIL.search(linked):
        yield _("Có địa chỉ thư điện tử. Hãy bỏ đi.")
    elif _AT.search(linked):
        yield _("Có tên tài khoản (@…). Hãy bỏ đi; không cần biết ai nói.")
    if _NUMBER.search(text) or _SPOKEN_NUMBER.search(text):
        yield _("Có số điện thoại. Hãy bỏ đi; số lừa đảo ghi ở ô riêng.")
    if _BANK_ACCOUNT.search(text):
        yield _("Có số tài khoản ngân hàng. Hãy bỏ đi.")
    if _IDENTITY.search(text):
        yield _("Có số căn cước. Hãy bỏ đi.")
    if any(pattern.search(text) for pattern in (_TITLED, _TITLED_FIRST, _SHOUTED, _NAMED_HOLDER, _GIVEN_NAME)):
        yield _("Có tên người (ông, bà, anh, chị …). Hãy bỏ tên; không cần biết ai nói.")


def require_impersonal(text: str, field: str) -> None:
    """:class:`Refused` when ``text`` points to a person."""
    faults = list(faults_in(text))
    if faults:
        raise Refused(" ".join(faults), field=field)


def require_no_conduct(text: str, field: str) -> None:
    if is_about_conduct(text):
        raise IsFeedback(
            _(
                "Lời này hỏi về cách làm việc của cơ quan hoặc cán bộ. Đó là phản ánh: được ghi nhận và trả lời, "
                "không đối chiếu đúng sai ở đây. Hãy chuyển thành phản ánh."
            ),
            field=field,
        )
