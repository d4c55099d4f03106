"""Names of bodies: where one begins and ends in a heading or sentence, and how a list of them is split.

No list of bodies is kept: a body is a head noun of office language ("Sở", "Phòng", "Ủy ban", "các cơ quan") with what
follows it up to the first verb of duty. Patterns are written for text as :func:`vanban.folding.spelled` gives it; case
is looked up in the text itself, because "Ban Tổ chức" is a body and "tổ chức" after it a verb.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.folding import spelled

_ASKED = (
    r"(?:kính\s+)?đề nghị|giao(?:\s+cho)?|giao trách nhiệm(?:\s+cho)?|yêu cầu|phân công|kiến nghị|mời|ủy quyền(?:\s+cho)?"
)
ORDER = re.compile(rf"(?:đồng thời,?\s+|ngoài ra,?\s+)?(?:{_ASKED})\s+(?:(?:quý|tới)\s+)?(?=\w)")
_TITLE_PREFIX = re.compile(
    rf"(?:(?:{_ASKED}|đối với|về phía|riêng(?:\s+đối với)?|(?:trách nhiệm|nhiệm vụ|phân công nhiệm vụ)(?:\s+(?:chung|cụ thể|thực hiện))?\s+(?:của|đối với|cho)"
    r"|trách nhiệm(?=\s+(?:các|ủy ban|ubnd|sở|phòng|ban)\b)|phân công(?:\s+cho)?)\s*:?\s+)"
)
_DETERMINER = (
    r"(?:tất cả\s+|toàn thể\s+)?(?:các|những|mỗi|từng|mọi|toàn thể|tất cả|\d{1,3})\s+|"
    r"(?:(?:các|những)\s+)?(?:đồng chí|đ/c|ông/bà|ông|bà|thầy|cô)\s*:?\s+"
)
_PEOPLE = (
    r"thủ trưởng|người đứng đầu|tập thể|đại diện|lãnh đạo(?!\s*,\s*(?:chỉ|quản|điều))|chủ tịch|phó chủ tịch|(?:phó\s+)?giám đốc|(?:phó\s+)?tổng giám đốc"
    r"|(?:phó\s+)?(?:trưởng|bí thư|chánh|hiệu trưởng|bộ trưởng|viện trưởng|cục trưởng)|ủy viên|thành viên|giáo viên|gvcn|cán bộ|công chức|viên chức"
    r"|tổ trưởng|đội trưởng|chỉ huy|kế toán|văn thư|đại biểu|chủ đầu tư|chủ sở hữu|chủ rừng|chủ nhiệm|người có uy tín|cộng tác viên|tuyên truyền viên|thư ký"
    r"|(?:thị|tỉnh|thành|đảng|huyện|chi)\s+ủy viên|(?:già|trưởng) làng|thôn trưởng|ấp trưởng|trưởng thôn|đảng viên|đoàn viên|hội viên"
)
_OFFICES = (
    r"ủy ban|ubnd|hđnd|hội đồng(?! nghĩa)|ubmttq\w*|mttq\w*|ub\s?mttq\w*|mặt trận|ubkt|đoàn chủ tịch|chính phủ(?! số| điện tử)|quốc hội|thủ tướng"
    r"|bộ(?! tiêu| chỉ số| phận\b| máy| quy| luật| dữ| sản phẩm| tài liệu| câu hỏi)|bộ phận|bộ chỉ huy|sở(?! hữu| thích| vật| trường)"
    r"|ban(?! hành| đầu| bố| tặng| sơ| đêm| ngày| hàng)|bch|bcđ|btt\b|btv\b|phòng(?!\s*,\s*chống| ngừa| chống| cháy| bệnh| hộ| thủ| tránh| dịch| vệ| bị)|p\.\s?\w+"
    r"|trung tâm(?! của| là)|tt\.?\s?(?=[a-zđ]{2,})|chi cục|tổng cục|cục(?! bộ| diện)|vụ(?! việc| án| mùa| đông| hè)|viện(?! dẫn| trợ| phí)|học viện|bệnh viện"
    r"|thanh tra(?!\s*,| viên| việc| trách| công| toàn| lại| chuyên| đột| và| kiểm)|công an|quân sự|quân đội|bộ đội|biên phòng|cảnh sát|đồn(?= )|đặc công|dân quân"
    r"|kho bạc|ngân hàng|bảo hiểm xã hội|bhxh|thuế(?= (?:tỉnh|thành|huyện|cơ sở|khu|quận))|hải quan|kiểm lâm|thi hành án|thống kê(?= (?:tỉnh|cơ|khu))"
    r"|đảng ủy|đảng bộ|đảng đoàn|chi bộ|chi ủy|(?:tỉnh|thành|thị|huyện|quận)\s+ủy|cấp ủy|ban chấp hành|ban thường vụ|thường trực|văn phòng(?! phẩm)|vp\.?\s?(?=[a-zđ])"
    r"|đài(?= )|báo(?! cáo| chí| động| hiệu| tin| điện)|tạp chí|thông tấn xã|cơ quan|các báo|trường(?! hợp| kỳ| vốn)|nhà trường|học khu|trạm|nhà văn hóa|nhà thiếu nhi|thư viện"
    r"|hội(?! nghị| thảo| thi| nhập| thoại| tụ| đàm| chợ| diễn| chẩn| họp)|hiệp hội|liên đoàn|liên minh|liên hiệp|công đoàn|đoàn(?! kết| viên\b)|câu lạc bộ|clb|tổng hội"
    r"|tổ(?! chức)|đội(?! ngũ)|khối(?! lượng| tài)|cụm(?= )|thôn(?! xóm)|bản(?= )(?! đồ| sao| tin| thân| cam| chất| quyền| chính| vẽ| ghi| kê| đăng| sắc)|ấp|khu phố|khu dân cư|tổ dân phố|buôn|làng|khóm|xóm|phum"
    r"|tòa án|viện kiểm sát|công ty|tập đoàn|tổng công ty|quỹ(?! đất| đạo| thời)|nhà máy|bưu điện|bưu cục|viễn thông|vnpt|viettel|mobifone|fpt|vtv|vov|ttxvn|điện lực|evn|điện lực"
    r"|xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh(?! lộ)|thành phố(?! trực)|đơn vị(?! tính)|địa phương|ngành|lực lượng|chính quyền(?! số| điện tử)|nhân dân(?=\s)"
    r"|doanh nghiệp|hợp tác xã|htx|hộ (?:gia đình|kinh doanh|dân)|nhà mạng|nhà đầu tư|nhà cung cấp|cơ sở(?! dữ| hạ| vật| pháp| khoa| lý| để)|đoàn thể|tổ chức(?= (?:đảng|chính trị|cơ sở đảng|công đoàn|đoàn thể|đoàn thanh niên|thành viên)\b)|(?<=các )tổ chức|(?<=từng )tổ chức|(?<=những )tổ chức"
    r"|chi nhánh|chi đoàn|chi hội|ban giám hiệu|bgh|bqp|bca|btc|hệ thống (?:chính trị|ngân hàng)|các cấp|lớp(?= )|khoa(?= )(?! học)|cấp (?:ủy|xã|huyện|tỉnh|phòng|sở|trên|dưới)"
)
#: A person named with a title of respect, as schools and teams share out work.
_PERSON = r"(?:ông|bà|thầy|cô|đồng chí|đ/c)\s+\w+\s+\w+(?:\s+\w+)?(?=\s*(?:[-,;:(]|$))"
_HEAD = re.compile(rf"(?:{_DETERMINER})*(?:{_PEOPLE}|{_OFFICES})(?!\w)|{_PERSON}")
#: Nouns that open a new item of a list after a comma even without "các": a body of its own, or a person's office.
_OWN_HEAD = re.compile(rf"(?:{_DETERMINER})+(?:{_PEOPLE}|{_OFFICES})(?!\w)|(?:{_PEOPLE}|{_OFFICES})(?!\w)")
_GENERAL = re.compile(
    r"(?:cơ quan|đơn vị|địa phương|ban|ngành|sở|phòng|đoàn thể|tổ chức|cấp|bộ|doanh nghiệp|xã|phường|thị trấn|đặc khu|thôn|bản|ấp|huyện|tỉnh|thành phố|quận|thị xã"
    r"|cá nhân|trạm|trường|hợp tác xã|lực lượng|tổ dân phố|khu phố|khu dân cư|cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|người|hộ)(?!\w)"
)
_NAMED_AFTER = re.compile(r"[^\W\d_]")

_VERBS = (
    r"chủ trì|phối hợp|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chịu sự|có kế hoạch|có văn bản|có biện pháp|có phương án|có giải pháp|có hình thức|có thẩm quyền|là (?:đầu mối|cơ quan|đơn vị)"
    r"|tổ chức|triển khai|thực hiện|xây dựng|tham mưu|hướng dẫn|theo dõi|đôn đốc|kiểm tra|giám sát|thanh tra|tuyên truyền|truyền thông(?= (?:về|việc|các|cho|đến|rộng))|phổ biến|quán triệt"
    r"|tổng (?:kiểm tra|rà soát|vệ sinh)|ra quân|tăng cường|đẩy mạnh|tiếp tục|chủ động|thường xuyên|kịp thời|tích cực|rà soát|báo cáo|tổng hợp|cụ thể hóa|chỉ đạo|lãnh đạo(?= (?:thực hiện|triển khai|tổ chức|công tác|việc|cấp ủy|chính quyền|các|ủy ban|ubnd|hội đồng|hđnd|mặt trận|cán bộ)|, chỉ đạo)|bố trí|cân đối"
    r"|bảo đảm|đảm bảo|cung cấp|đăng tải|đăng ký|đăng|lồng ghép|vận động|phát động|đề xuất|(?<!công )(?<!thành )(?<!độc )(?<!trung )lập|ban hành|cập nhật|quản lý|giúp|nghiêm túc|khẩn trương|tập trung|phát huy|hỗ trợ|tạo điều kiện|thẩm định"
    r"|thẩm tra|trình|gửi|nghiên cứu|xem xét|quan tâm|cử|huy động|sử dụng|hoàn thành|hoàn thiện|tham gia|niêm yết|công khai|tiếp nhận|giải quyết|xử lý|phân công|cam kết|chấp hành|xuất cấp|đề cao|nâng cao"
    r"|duy trì|phát hành|phát sóng|phát triển|sản xuất|thông tin(?= (?:về|kịp|đầy|rộng|cho|đến|các))|thông báo|thống kê|đánh giá|khảo sát|thu thập|số hóa|kết nối|chia sẻ|tích hợp|vận hành|bàn giao|kiện toàn|củng cố|thành lập|bổ sung"
    r"|điều chỉnh|sửa đổi|sắp xếp|bồi dưỡng|đào tạo|tập huấn|biểu dương|khen thưởng|nhân rộng|khuyến khích|động viên|giới thiệu|quảng bá|chuẩn bị|phê duyệt|quyết định|ký|(?<!ngoại )(?<!chuyển )(?<!bàn )giao(?= (?:cho|nhiệm|các|sở|phòng|ubnd|ủy ban|trách))|phân bổ|yêu cầu|đề nghị|thanh toán|quyết toán|lựa chọn"
    r"|tự|sớm|phải|cần|sẽ|trực tiếp|định kỳ|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|đưa|mở|lấy|làm|xác định|xác minh|tiến hành|ưu tiên|đổi mới|cải thiện|khai thác|bám sát|chú trọng|coi trọng|gương mẫu|đi đầu"
    r"|nắm|phản ánh|phát hiện|ngăn chặn|đấu tranh|đa dạng hóa|khắc phục|tháo gỡ|kiến nghị|tiếp thu|giải trình|góp ý|cho ý kiến|công bố|ứng dụng|đầu tư|mua sắm|trang bị|bảo vệ|giữ gìn|tuần tra|kiểm soát|phòng ngừa|ứng phó|cứu trợ"
    r"|thu hút|liên hệ|đối chiếu|kê khai|nộp|chuyển|viết|biên tập|biên soạn|cấp phát|phân loại|lưu trữ|tra cứu|bình chọn|trao|tặng|thăm|vệ sinh|trồng|chăm sóc|thu gom"
    r"|nhắc nhở|kiểm điểm|xử phạt|tuân thủ|thi hành|sơ kết|tổng kết|hưởng ứng|đồng hành|đóng góp|ủng hộ|quyên góp|thống nhất|khởi tố|điều tra|thay mặt|phục vụ|khôi phục|đẩy nhanh|tinh giản"
)
_TURNS = (
    r"căn cứ|theo (?:chức năng|nhiệm vụ|thẩm quyền|phân công|lĩnh vực|quy định|phạm vi|sự phân công)|trên cơ sở|trong phạm vi|với (?:vai trò|chức năng|trách nhiệm)|khi (?:có|nhận|phát)|trong quá trình|tùy (?:theo|tình|điều)"
    r"|dựa (?:trên|vào)|ngoài (?:việc|nhiệm)|bằng (?:nguồn|các|nhiều)|trước ngày|trong tháng|trong quý|từ ngày|chậm nhất|không (?:để|được|tổ)|nếu|để|đã|đang|có"
)
_DUTY = re.compile(rf"(?<![\w/])(?:(?P<verb>{_VERBS})|(?P<turn>{_TURNS}))(?!\w)")
#: Words after which a verb belongs to the name of the body: "Đoàn kiểm tra", "bộ phận tiếp nhận và trả kết quả".
_VERB_IN_NAME = re.compile(
    r"(?<!\w)(?<!chi )(?:đoàn|tổ|đội|ban|bộ phận|trung tâm|phòng|văn phòng|lực lượng|hội đồng|ủy ban|trạm|quỹ|công tác|nhiệm vụ|người|chuyên trách|nghiệp vụ|chủ|hoạt động|cơ sở|dịch vụ)\s+$"
)
_NAMING_VERBS = frozenset(
    (
        "kiểm tra", "giám sát", "thanh tra", "quản lý", "tiếp nhận", "hướng dẫn", "tuyên truyền", "vận động", "thẩm định", "phục vụ", "hỗ trợ",
        "giúp", "chỉ đạo", "tổ chức", "xây dựng", "bảo vệ", "cứu trợ", "phòng ngừa", "ứng phó", "thu gom", "xử lý", "tuần tra", "khảo sát", "cung cấp",
        "biên tập", "biên soạn", "giải quyết", "đánh giá", "đầu tư", "sản xuất", "phát triển", "khai thác", "đào tạo", "bồi dưỡng", "kiểm soát",
        "khởi tố", "điều tra", "lưu trữ", "thi hành", "thông tin", "làm", "thẩm tra", "trực tiếp",
    )
)  # fmt: skip
_PASSIVE = re.compile(r"được\s+$")
_BY_OTHERS = re.compile(r"(?:được|do)\s+(?:đảng|nhà nước|ủy ban|ubnd|chủ tịch|cấp|thủ trưởng|giám đốc)[^.;:]{0,25}\s$")
_NOUN_AFTER = re.compile(
    r"tổ chức (?:đảng|chính trị|xã hội|thành viên|hội|đoàn thể|cơ sở|cá nhân|tín dụng|kinh tế|tôn giáo|khoa học|quần chúng|phi|sự nghiệp|trực thuộc|thuộc|trên|khác|công đoàn|doanh nghiệp|nghề|nhân đạo|quốc tế|có liên|liên quan|và|ct\b|ct-xh)"
    r"|tổ chức\s*(?:,|;|\.|$)|tham mưu,? giúp việc|cấp (?:ủy|xã|huyện|tỉnh|phòng|sở|trên|dưới|trưởng|cơ sở)|quản lý (?:nhà nước|chuyên ngành|dự án|khu|cụm)|trực thuộc|trình độ|giao thông|xử lý hồ|phụ trách|có liên quan|có (?:thẩm quyền|chức năng|vốn|tên|uy tín|điều kiện|nhu cầu|trụ sở|chủ|đông)"
    r"|chủ trì,? tham mưu|phối hợp\s*(?:,|;|\.|$)|in ấn|thông tin (?:và|cơ sở|điện)|làm (?:việc(?! với)|công tác)|sản xuất(?:,| kinh doanh)|đầu tư xây|chi (?:cục|bộ|nhánh|hội|đoàn|ủy)|giao dịch|đăng ký đất|phục vụ hành|cung cấp dịch|bảo vệ (?:rừng|thực vật|pháp)|đang (?:hoạt|quản|thực|sinh|công|đóng)|đã (?:được|ký)|ký (?:kết|túc)|mở rộng|để (?:thực|triển)"
)
_NOUN_BEFORE = re.compile(r"(?:cơ quan|cán bộ|nhà|người|ban)\s+$")
_BAD = re.compile(r"[.!?]\s+[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Naming:
    """Bodies named at ``start`` to ``end`` of a text, and where the duty after them begins."""

    start: int
    end: int
    duty: int


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,:;.-–":
        start += 1
    while end > start and text[end - 1] in " ,:;-–" or (end > start and text[end - 1] == "." and text[start:end].count(".") < 2):
        end -= 1
    return start, end


def head_at(plain: str, at: int = 0) -> bool:
    """True when a body's name may begin at ``at`` of a text in the form of ``spelled``."""
    return _HEAD.match(plain, at) is not None


_OPENS = re.compile(r"(?:các|từng|mỗi|những|toàn thể|tất cả|thủ trưởng|người đứng đầu|chủ tịch)\s")


def may_follow_clause(text: str, plain: str, at: int) -> bool:
    """True when after a comma a sentence may go on with its subject, and not with the next noun of an enumeration."""
    return head_at(plain, at) and (text[at].isupper() or _OPENS.match(plain, at) is not None)


def find_duty(text: str, plain: str, start: int, end: int) -> tuple[int, bool]:
    """Where the first verb of duty after ``start`` stands (``end`` without one), and whether it is a verb, not a turn."""
    depth_end = -1
    for found in _DUTY.finditer(plain, start, end):
        at = found.start()
        if at == start or at < depth_end or text[at].isupper():
            continue
        noun = _NOUN_AFTER.match(plain, at)
        if noun:
            depth_end = noun.end()
            continue
        before = plain[max(start, at - 40) : at]
        if before.count("(") > before.count(")"):
            continue
        goes_on = depth_end > 0 and plain[depth_end:at] in (", ", " và ")
        if found["verb"] and ((goes_on and found["verb"] in _NAMING_VERBS) or _verb_in_name(before, plain, at, found["verb"])):
            depth_end = found.end()
            continue
        return at, found["verb"] is not None
    return end, False


def _verb_in_name(before: str, plain: str, at: int, verb: str) -> bool:
    if verb in ("giao", "phân công", "quản lý", "thành lập", "quyết định") and _BY_OTHERS.search(before):
        return True
    if _PASSIVE.search(before):
        return verb in ("giao", "phân công", "lựa chọn", "kiểm tra", "giám sát", "thanh tra", "chỉ đạo", "đầu tư", "hỗ trợ")
    if verb == "tổng hợp":
        return before.endswith("dịch vụ ")
    if verb in ("quản lý", "tham mưu") and _NOUN_BEFORE.search(before):
        return not plain.startswith(("tham mưu cho", "tham mưu ủy", "tham mưu ub", "quản lý chặt"), at)
    # "Đoàn kiểm tra", but "Văn phòng Đảng ủy kiểm tra": the head noun itself must stand before the verb.
    return verb in _NAMING_VERBS and _VERB_IN_NAME.search(before) is not None


def name_before_duty(text: str, plain: str, start: int = 0, end: int | None = None) -> Naming | None:
    """The bodies that a sentence names before its first verb of duty: "Công an tỉnh phối hợp …". None without one."""
    end = len(text) if end is None else end
    order = ORDER.match(plain, start, end)
    begin = order.end() if order else start
    if not _HEAD.match(plain, begin, end):
        return None
    stop, is_verb = find_duty(text, plain, begin, min(end, begin + 700))
    if stop >= min(end, begin + 700):
        return None
    if not is_verb and not _DUTY.search(plain, stop + 3, end):
        return None
    first, last = _trim(text, begin, stop)
    if _NO_NAME.search(plain[first:last]) or ":" in text[first:last] or _NO_DUTY.match(plain, stop):
        return None
    if not is_list_of_bodies(text, plain, first, last):
        return None
    return Naming(first, last, stop)


_NO_NAME = re.compile(r"(?:(?:^|\s)được|^(?:cơ quan|đơn vị|cá nhân|tổ chức|địa phương|ngành|người|xã|cán bộ|thành viên))$")
_NO_DUTY = re.compile(r"tự giải thể|có hiệu lực|có (?:\d|thể|quyền)")


def starts_with_duty(plain: str, at: int) -> bool:
    """True when a verb of duty stands at ``at``."""
    found = _DUTY.match(plain, at)
    return found is not None and found["verb"] is not None


def is_list_of_bodies(text: str, plain: str, start: int, end: int) -> bool:
    """True when ``text[start:end]`` is nothing but names of bodies."""
    if end - start < 2 or end - start > 600 or _BAD.search(text, start, end) or '"' in text[start:end]:
        return False
    if not _HEAD.match(plain, start, end):
        return False
    if plain.count("(", start, end) != plain.count(")", start, end):
        return False
    colon = plain.find(":", start, end)
    stop = colon if colon > 0 else end
    return find_duty(text, plain, start, stop)[0] >= stop


def title_bodies(text: str, plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The bodies that a heading names ("Đề nghị Ủy ban … xã", "Đối với các đảng ủy trực thuộc"), or None."""
    prefix = _TITLE_PREFIX.match(plain, start, end)
    begin = prefix.end() if prefix else start
    first, last = _trim(text, begin, end)
    if last - first > 320:
        return None
    if text[start:end].isupper() and len(text[start:end]) > 12 and not _CAPS_BODY.match(plain, first, last):
        return None
    return (first, last) if is_list_of_bodies(text, plain, first, last) else None


_CAPS_BODY = re.compile(r"(?:các\s+)?(?:ủy ban|ubnd|hđnd|hội đồng|phòng|sở|bộ|trung tâm|công an|văn phòng|đảng ủy|cơ quan|ban)\b")

_COMMA = re.compile(r"\s*;\s*(?:và\s+)?|\s*,\s*(?:và\s+)?|\s+(?:và|cùng|cùng với)\s+")
_ACRONYM = re.compile(r"[A-ZĐ]{3,}")


def split_bodies(text: str, plain: str, start: int, end: int) -> list[tuple[int, int]]:
    """The bodies of a list as (start, end).

    A list is split at ";", and at "," or "và" where a body of its own follows; a chain of general nouns ("các cơ quan,
    đơn vị, địa phương liên quan") stays whole.
    """
    parts: list[tuple[int, int]] = []
    first = start
    depth = 0
    at = start
    for gap in _COMMA.finditer(plain, start, end):
        depth += plain.count("(", at, gap.start()) - plain.count(")", at, gap.start())
        at = gap.start()
        if depth > 0:
            continue
        if ";" in gap[0] or _own_body(text, plain, first, gap.start(), gap.end(), end):
            parts.append((first, gap.start()))
            first = gap.end()
    parts.append((first, end))
    return [(a, b) for a, b in (_trim(text, a, b) for a, b in parts) if b > a]


def _own_body(text: str, plain: str, first: int, gap: int, at: int, end: int) -> bool:
    head = _OWN_HEAD.match(plain, at, end)
    if not head:
        return bool(_ACRONYM.match(text, at, end)) and bool(_ACRONYM.search(text, first, gap))
    before = plain[first:gap]
    if before in ("văn phòng hđnd", "văn phòng hội đồng nhân dân", "thường trực hđnd", "thường trực hội đồng nhân dân", "thường trực đảng ủy") or (
        re.match(r"(?:văn phòng|thường trực|chủ tịch|lãnh đạo|chánh văn phòng)\b", before) and text[at : at + 4] in ("UBND", "HĐND", "Ủy b", "Uỷ b", "Hội ", "UBMT")
        and " và" in plain[gap:at]
    ):
        return False
    if re.match(_DETERMINER, plain[at:end]):
        return not re.match(r"(?:các|từng|mỗi) (?:cá nhân|cấp\b)", plain[at:end])
    if text[at].isupper():
        return True
    # In lower case a general noun goes on with the chain; another head noun begins a body of its own.
    return _GENERAL.match(plain, at, end) is None and not before.startswith(("các ", "từng ", "những ", "mỗi "))


_SUPPORT = re.compile(
    r"chủ trì\s*(?:,|và)?\s*(?:(?:chủ động|tham mưu|thực hiện|tích cực)\s*,?\s*)?phối hợp(?:\s+(?:chặt chẽ|tốt|đồng bộ))?\s+(?:(?:cùng\s+)?với\s+|cùng\s+)?"
)


def supporters(text: str, plain: str, start: int, end: int) -> tuple[int, int] | None:
    """The bodies named by "chủ trì, phối hợp với X" in ``text[start:end]``, or None."""
    found = _SUPPORT.search(plain, start, min(end, start + 400))
    if not found or not _HEAD.match(plain, found.end(), end):
        return None
    stop, _ = find_duty(text, plain, found.end(), min(end, found.end() + 500))
    for mark in (". ", "; ", ": "):
        cut = plain.find(mark, found.end(), stop)
        if 0 < cut < stop:
            stop = cut
    inner = plain.find(" trong việc", found.end(), stop)
    stop = inner if inner > 0 else stop
    first, last = _trim(text, found.end(), stop)
    return (first, last) if is_list_of_bodies(text, plain, first, last) else None


def field_bodies(text: str, plain: str, start: int, end: int) -> tuple[list[tuple[int, int]], bool]:
    """The bodies of a field or cell, and whether it also tells duties ("Phòng A đăng tải …; Trung tâm B niêm yết")."""
    parts: list[tuple[int, int]] = []
    duties = False
    first, last = _trim(text, start, end)
    segments = []
    at = first
    while True:
        semicolon = plain.find(";", at, last)
        stop = semicolon if semicolon >= 0 else last
        segments.append((at, stop))
        if semicolon < 0:
            break
        at = semicolon + 1
    for a, b in segments:
        a, b = _trim(text, a, b)
        if b <= a:
            continue
        stop, _ = find_duty(text, plain, a, b) if head_at(plain, a) else (b, False)
        if stop < b and not _PASSIVE.search(plain[a:stop]):
            duties = True
            a, stop = _trim(text, a, stop)
        parts.extend(split_bodies(text, plain, a, stop))
    return parts, duties


def name_span(text: str) -> str:
    """``text`` up to its first verb of duty: the name alone."""
    plain = spelled(text)
    return text[: find_duty(text, plain, 0, len(text))[0]].strip(" ,;")
