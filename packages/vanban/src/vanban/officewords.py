"""The words of office language: heads of bodies' names, verbs of duty, and what either may be taken for.

Patterns are written for text as :func:`vanban.folding.spelled` gives it: lower case, tones in their old place.
"""

from __future__ import annotations

import re

_ASKED = (
    r"(?:kính\s+)?đề nghị|giao(?:\s+cho)?|giao trách nhiệm(?:\s+cho)?|yêu cầu|phân công|kiến nghị|mời"
    r"|ủy quyền(?:\s+cho)?"
)
ORDER = re.compile(rf"(?:đồng thời,?\s+|ngoài ra,?\s+)?(?:{_ASKED})\s+(?:(?:quý|tới)\s+)?(?=\w)")
TITLE_PREFIX = re.compile(
    rf"(?:(?:{_ASKED}|đối với|về phía|riêng(?:\s+đối với)?|(?:trách nhiệm|nhiệm vụ|phân công nhiệm vụ)(?:\s+(?:chung"
    rf"|cụ thể|thực hiện))?\s+(?:của|đối với|cho)"
    r"|trách nhiệm(?=\s+(?:các|ủy ban|ubnd|sở|phòng|ban)\b)|phân công(?:\s+cho)?)\s*:?\s+)"
)
DETERMINER = (
    r"(?:tất cả\s+|toàn thể\s+)?(?:các|những|mỗi|từng|mọi|toàn thể|tất cả|\d{1,3})\s+|"
    r"(?:(?:các|những)\s+)?(?:đồng chí|đ/c|ông/bà|ông|bà|thầy|cô)\s*:?\s+"
)
_PEOPLE = (
    r"thủ trưởng|người đứng đầu|tập thể|đại diện|lãnh đạo(?!\s*,\s*(?:chỉ|quản|điều))|chủ tịch|phó chủ tịch"
    r"|(?:phó\s+)?giám đốc|(?:phó\s+)?tổng giám đốc"
    r"|(?:phó\s+)?(?:trưởng|bí thư|chánh|hiệu trưởng|bộ trưởng|viện trưởng|cục trưởng)|ủy viên|thành viên|giáo viên"
    r"|gvcn|nhân viên|cán bộ|công chức|viên chức"
    r"|tổ trưởng|đội trưởng|chỉ huy|kế toán|văn thư|đại biểu|chủ đầu tư|chủ sở hữu|chủ rừng|chủ nhiệm"
    r"|người có uy tín|cộng tác viên|tuyên truyền viên|thư ký"
    r"|(?:thị|tỉnh|thành|đảng|huyện|chi)\s+ủy viên|(?:già|trưởng) làng|thôn trưởng|ấp trưởng|trưởng thôn|đảng viên"
    r"|đoàn viên|hội viên"
)
_OFFICES = (
    r"ủy ban|ubnd|hđnd|hội đồng(?! nghĩa)|ubmttq\w*|mttq\w*|ub\s?mttq\w*|mặt trận|ubkt|đoàn chủ tịch|chính phủ(?! số"
    r"| điện tử)|quốc hội|thủ tướng"
    r"|bộ(?! tiêu| chỉ số| phận\b| máy| quy| luật| dữ| sản phẩm| tài liệu| câu hỏi)|bộ phận|bộ chỉ huy|sở(?! hữu"
    r"| thích| vật| trường)"
    r"|ban(?! hành| đầu| bố| tặng| sơ| đêm| ngày| hàng)|bch|bcđ|btt\b|btv\b|phòng(?!\s*,\s*chống| ngừa| chống| cháy"
    r"| bệnh| hộ| thủ| tránh| dịch| vệ| bị)|p\.\s?\w+"
    r"|trung tâm(?! của| là)|tt\.?\s?(?=[a-zđ]{2,})|chi cục|tổng cục|cục(?! bộ| diện)|vụ(?! việc| án| mùa| đông| hè)"
    r"|viện(?! dẫn| trợ| phí)|học viện|bệnh viện"
    r"|thanh tra(?!\s*,| viên| việc| trách| công| toàn| lại| chuyên| đột| và| kiểm)|công an|quân sự|quân đội|bộ đội"
    r"|biên phòng|cảnh sát|đồn(?= )|đặc công|dân quân"
    r"|kho bạc|ngân hàng|bảo hiểm xã hội|bhxh|thuế(?= (?:tỉnh|thành|huyện|cơ sở|khu|quận))|hải quan|kiểm lâm"
    r"|thi hành án|thống kê(?= (?:tỉnh|cơ|khu))"
    r"|đảng ủy|đảng bộ|đảng đoàn|chi bộ|chi ủy|(?:tỉnh|thành|thị|huyện|quận)\s+ủy|cấp ủy|ban chấp hành|ban thường vụ"
    r"|thường trực(?! \d)|cổng thông tin|bảo tàng|hạt (?:kiểm lâm|giao thông)|nhà thầu|thủ quỹ|văn phòng(?! phẩm)"
    r"|vp\.?\s?(?=[a-zđ])"
    r"|đài(?= )|báo(?! cáo| chí| động| hiệu| tin| điện)|tạp chí|thông tấn xã|cơ quan|các báo|trường(?! hợp| kỳ| vốn)"
    r"|nhà trường|học khu|trạm|nhà văn hóa|nhà thiếu nhi|thư viện"
    r"|hội(?! nghị| thảo| thi| nhập| thoại| tụ| đàm| chợ| diễn| chẩn| họp)|hiệp hội|liên đoàn|liên minh|liên hiệp"
    r"|công đoàn|đoàn(?! kết| viên\b)|câu lạc bộ|clb|tổng hội"
    r"|tổ(?! chức)|(?:liên|chi) đội|đội(?! ngũ)"
    r"|khối(?! lượng| tài)|cụm(?= )|thôn(?! xóm)"
    r"|bản(?= )(?! đồ| thảo| gốc| án| mềm| giấy| in\b| dịch| nháp| trích| tổng| kế| số| tự| kiểm| lĩnh| sao| tin| thân"
    r"| cam| chất"
    r"| quyền| chính| vẽ| ghi| kê| đăng| sắc)|ấp|khu phố|khu dân cư|tổ dân phố|buôn|làng|khóm|xóm|phum"
    r"|tòa án|viện kiểm sát|công ty|tập đoàn|tổng công ty|quỹ(?! đất| đạo| thời)|nhà máy|bưu điện|bưu cục|viễn thông"
    r"|vnpt|viettel|mobifone|fpt|vtv|vov|ttxvn|điện lực|evn|điện lực"
    r"|xã(?! hội)|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh(?! lộ)|thành phố(?! trực)|đơn vị(?! tính)"
    r"|địa phương|ngành|lực lượng|chính quyền(?! số| điện tử)|nhân dân(?=\s)"
    r"|doanh nghiệp|hợp tác xã|htx|hộ (?:gia đình|kinh doanh|dân)|nhà mạng|nhà đầu tư|nhà cung cấp|cơ sở(?! dữ| hạ"
    r"| vật| pháp| khoa| lý| để)|đoàn thể|tổ chức(?= (?:đảng|chính trị|cơ sở đảng|công đoàn|đoàn thể|đoàn thanh niên"
    r"|thành viên)\b)|(?<=các )tổ chức|(?<=từng )tổ chức|(?<=những )tổ chức"
    r"|chi nhánh|chi đoàn|chi hội|ban giám hiệu|bgh|bqp|bca|btc|hệ thống (?:chính trị|ngân hàng)|các cấp|lớp(?= )"
    r"|khoa(?= )(?! học)|cấp (?:ủy|xã|huyện|tỉnh|phòng|sở|trên|dưới)"
)
#: A person named with a title of respect, as schools and teams share out work.
_PERSON = r"(?:ông|bà|thầy|cô|đồng chí|đ/c)\s+\w+\s+\w+(?:\s+\w+)?(?=\s*(?:[-,;:(]|$))"
HEAD = re.compile(rf"(?:{DETERMINER})*(?:{_PEOPLE}|{_OFFICES})(?!\w)|{_PERSON}")
#: Nouns that open a new item of a list after a comma even without "các": a body of its own, or a person's office.
OWN_HEAD = re.compile(rf"(?:{DETERMINER})+(?:{_PEOPLE}|{_OFFICES})(?!\w)|(?:{_PEOPLE}|{_OFFICES})(?!\w)")
GENERAL = re.compile(
    r"(?:cơ quan|đơn vị|địa phương|ban|ngành|sở|phòng|đoàn thể|tổ chức|cấp|bộ|doanh nghiệp|xã|phường|thị trấn"
    r"|đặc khu|thôn|bản|ấp|huyện|tỉnh|thành phố|quận|thị xã"
    r"|cá nhân|trạm|trường|hợp tác xã|lực lượng|tổ dân phố|khu phố|khu dân cư|cán bộ|công chức|viên chức|đảng viên"
    r"|đoàn viên|hội viên|người|hộ)(?!\w)"
)

_VERBS = (
    r"chủ trì|phối hợp|có trách nhiệm|có nhiệm vụ|chịu trách nhiệm|chịu sự|có kế hoạch|có văn bản|có biện pháp"
    r"|có phương án|có giải pháp|có hình thức|có thẩm quyền|là (?:đầu mối|cơ quan|đơn vị)"
    r"|tổ chức|triển khai|thực hiện|xây dựng|tham mưu|hướng dẫn|theo dõi|đôn đốc|kiểm tra|giám sát|thanh tra"
    r"|tuyên truyền|truyền thông(?= (?:về|việc|các|cho|đến|rộng))|phổ biến|quán triệt"
    r"|tổng (?:kiểm tra|rà soát|vệ sinh)|ra quân|tăng cường|đẩy mạnh|tiếp tục|chủ động|thường xuyên|kịp thời"
    r"|tích cực|rà soát|báo cáo|tổng hợp|cụ thể hóa|chỉ đạo|lãnh đạo(?= (?:thực hiện|triển khai|tổ chức|công tác"
    r"|việc|cấp ủy|chính quyền|các|ủy ban|ubnd|hội đồng|hđnd|mặt trận|cán bộ|lực lượng|chi bộ)|, chỉ đạo)"
    r"|phụ trách(?=,| chung| trực tiếp)|bố trí|cân đối"
    r"|bảo đảm|đảm bảo|cung cấp|đăng tải|đăng ký|đăng|lồng ghép|vận động|phát động|đề xuất"
    r"|(?<!công )(?<!thành )(?<!độc )(?<!trung )lập|ban hành|cập nhật|quản lý|giúp|nghiêm túc|khẩn trương|tập trung"
    r"|phát huy|hỗ trợ|tạo điều kiện|thẩm định"
    r"|thẩm tra"
    r"|(?<!công )(?<!chương )(?<!quá )(?<!quy )(?<!lộ )(?<!giáo )trình|gửi"
    r"|nghiên cứu|xem xét|quan tâm|cử|huy động|sử dụng|hoàn thành|hoàn thiện|tham gia|niêm yết"
    r"|công khai|tiếp nhận|giải quyết|xử lý|phân công|cam kết|chấp hành|xuất cấp|đề cao|nâng cao"
    r"|duy trì|phát hành|phát sóng|phát triển|sản xuất|thông tin(?= (?:về|kịp|đầy|rộng|cho|đến|các))|thông báo"
    r"|thống kê|đánh giá|khảo sát|thu thập|số hóa|kết nối|chia sẻ|tích hợp|vận hành|bàn giao|kiện toàn|củng cố"
    r"|thành lập|bổ sung"
    r"|điều chỉnh|sửa đổi|sắp xếp|bồi dưỡng|đào tạo|tập huấn|biểu dương|khen thưởng|nhân rộng|khuyến khích|động viên"
    r"|giới thiệu|quảng bá|chuẩn bị|phê duyệt|quyết định|(?<!thư )ký|(?<!ngoại )(?<!chuyển )(?<!bàn )giao(?= (?:cho"
    r"|nhiệm|các"
    r"|sở|phòng|ubnd|ủy ban|trách))|phân bổ|yêu cầu|đề nghị|thanh toán|quyết toán|lựa chọn"
    r"|(?<!trật )tự|sớm|phải|cần|sẽ|trực tiếp|định kỳ|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|đưa|mở|lấy|làm|xác định"
    r"|xác minh"
    r"|tiến hành|ưu tiên|đổi mới|cải thiện|khai thác|bám sát|chú trọng|coi trọng|gương mẫu|đi đầu"
    r"|nắm|phản ánh|phát hiện|ngăn chặn|đấu tranh|đa dạng hóa|khắc phục|tháo gỡ|kiến nghị|tiếp thu|giải trình|góp ý"
    r"|cho ý kiến|công bố(?! trí)|ứng dụng|đầu tư|mua sắm|trang bị|bảo vệ|giữ gìn|tuần tra|kiểm soát|phòng ngừa|ứng phó"
    r"|cứu trợ"
    r"|thu hút|liên hệ|đối chiếu|kê khai|nộp|chuyển(?! đổi số)|viết|biên tập|biên soạn|cấp phát|phân loại|lưu trữ"
    r"|tra cứu"
    r"|bình chọn|trao|tặng|thăm|vệ sinh|trồng|chăm sóc|thu gom"
    r"|nhắc nhở|kiểm điểm|xử phạt|tuân thủ|thi hành|(?<!hồ )sơ kết|tổng kết|hưởng ứng|đồng hành|đóng góp|ủng hộ"
    r"|quyên góp"
    r"|thống nhất|khởi tố|điều tra|thay mặt|phục vụ|khôi phục|đẩy nhanh|tinh giản"
    r"|nâng cấp|định hướng|thúc đẩy|hình thành|hoàn chỉnh|rà quét|quy định|thiết lập|thiết kế|thực thi|tìm hiểu"
    r"|trả lời|truyền đạt|truyền tải|tuyển dụng|vận dụng|xúc tiến|ứng trực|ứng cứu|cảnh báo|chấm dứt|chấn chỉnh"
    r"|công nhận|đấu nối|giải phóng|hạn chế|hợp nhất|khai trương|kêu gọi|khuyến cáo|kiểm đếm|nhắn tin|phân cấp"
    r"|phân tích|phổ cập|phủ sóng|rút kinh nghiệm|sao lưu|soạn thảo|tái cơ cấu|tạm dừng|tham dự|tham vấn"
    r"|thí điểm|thử nghiệm|tiếp sóng|tiếp xúc|tiết kiệm|tìm kiếm|trang trí|tranh thủ|trao đổi|trưng bày|tư vấn"
    r"|tuyên dương|vào cuộc|vinh danh|bảo quản|bảo trì|cắt giảm|cải cách|cải tạo|di dời|sơ tán|điều động"
    r"|điều hành|điều phối|đình chỉ|dự báo|dự phòng"
    r"|gắn|quyết tâm|nỗ lực|phấn đấu|linh hoạt|kiên quyết|quyết liệt|mạnh dạn|chặt chẽ|làm tốt|nhanh chóng"
    r"|lên kế hoạch|bổ nhiệm|luân phiên|khởi động|phát hiện|hiện thực hóa|chuẩn hóa|đồng bộ|xây mới|trồng"
    r"|nghiệm thu|đề ra|hoàn tất|túc trực|sinh hoạt(?= chuyên| chi| định)|sẵn sàng|thương lượng"
    r"|(?<!các )(?<!mọi )(?<!từng )(?<!mỗi )(?<!hai )(?<!đơn vị )(?<!chính quyền )(?<!cơ quan )(?<!đảng bộ )(?<!02 )"
    r"cấp (?:phép|phát|kinh phí|bổ sung|giấy|đổi|thẻ|nước|điện|tài khoản|mã|chứng|quyền|bù|vốn|mới|cho|thuốc|miễn)"
    r"|phân luồng|xác nhận|bám nắm|cắm biển|thu hồi|cưỡng chế|giải tỏa|giải ngân|thay thế|tháo dỡ|lắp đặt|đấu thầu"
    r"|treo (?:băng|cờ|pa|khẩu|bảng)|cổ động|phát (?:tờ|quà|cờ)|dừng|tiêm (?:phòng|chủng|vắc)|phun|khoanh vùng"
    r"|điều tiết|tích nước|gia cố|chốt chặn|trực ban|phát quang|dọn dẹp|trích|thanh lý|kiểm kê|đối thoại|giải đáp"
    r"|tiếp công dân"
    r"|đón tiếp|khánh tiết|dẫn chương trình|ghi hình|livestream|tường thuật|quét mã|nhập (?:dữ liệu|số liệu|thông tin)"
    r"|luân chuyển|niêm phong|bảo mật|sao y|dạy (?:học|nghề)|thảo luận|bỏ phiếu|kỷ luật|tôn vinh|suy tôn|khoán|áp dụng"
    r"|giải cứu|hòa giải|chi trả|rà phá|truy quét|trấn áp|bắt giữ|răn đe|chọn điểm|nêu (?:cao|gương)|siết chặt|giữ vững"
    r"|ổn định|tạo (?:đồng thuận|sự)|khởi công|khánh thành|tuyệt đối|nghiêm cấm|(?:đóng|giữ) vai trò|dành|xin ý kiến"
    r"|quan trắc|cắt điện|khơi thông|ước tính|tính toán|đo đạc|phê chuẩn|bãi bỏ|thay mới|nạo vét|bao tiêu|thu mua"
    r"|trưng dụng|tăng (?:thời|tốc)|giảm (?:thiểu|thủ tục)|đơn giản hóa|rút gọn|chỉnh lý|xóa (?:nhà|đói|bỏ)|bảo lãnh"
    r"|(?:hoạt động|làm việc)(?= theo)|giải thích|trợ giúp|bào chữa|truy tố|xét xử|nói chuyện|học tập"
    r"|chuyển đổi số(?= trong)"
)
_TURNS = (
    r"căn cứ|theo (?:chức năng|nhiệm vụ|thẩm quyền|phân công|lĩnh vực|quy định|phạm vi|sự phân công)|trên cơ sở"
    r"|trong phạm vi|với (?:vai trò|chức năng|trách nhiệm)|khi (?:có|nhận|phát)|trong quá trình|tùy (?:theo|tình"
    r"|điều)"
    r"|dựa (?:trên|vào)|ngoài (?:việc|nhiệm)|bằng (?:nguồn|các|nhiều)|trước ngày|trong tháng|trong quý|từ ngày"
    r"|chậm nhất|không (?:để|được|tổ)|nếu|để|đã|đang|có(?! dự án| biển| rừng| đường| người)"
)
#: Short verbs that begin an item of a list, and inside a sentence are too often part of another word.
_OPENING_VERBS = (
    r"chọn|hủy|tăng|giảm|treo|cắm|nhận|dành|xét|đối thoại|dự|kiểm kê|thu|chi|bố cục|lắp đặt|sửa chữa|mời|in|phát|quét"
    r"|dọn|khơi thông|nâng|bảo dưỡng|tái|livestream|giao|vay|cấp|mua|thuê|rút|hợp đồng|không|hạn chế|giữ|canh|trực|dừng"
    r"|khuyến khích|chốt|gia hạn|ghi|chấm|tính|quay|chụp|soạn|lồng|xem|nhập|rà|quan trắc|phun|tiêm|khám|cho|bám|tìm"
    r"|chia|dạy|học|khen|phê|thay|bán|đo|vẽ|thi|bầu|niêm|công chứng|chứng thực|cài đặt|chuyển đổi|tách|sáp nhập"
    r"|hòa giải"
)
OPENING = re.compile(rf"(?:{_OPENING_VERBS})(?!\w)")
DUTY = re.compile(rf"(?<![\w/])(?:(?P<verb>{_VERBS})|(?P<turn>{_TURNS}))(?!\w)")
#: Words after which a verb belongs to the name of the body: "Đoàn kiểm tra", "bộ phận tiếp nhận và trả kết quả".
VERB_IN_NAME = re.compile(
    r"(?<!\w)(?<!chi )(?:(?<!tỉnh )(?<!thành )(?<!công )(?<!quân )(?<!xã )đoàn|tổ|(?<!phụ trách )đội|ban|bộ phận"
    r"|trung tâm|(?<!các )(?<!văn )phòng|(?<!tổ )văn phòng|lực lượng|hội đồng|ủy ban|trạm|(?<!thủ )quỹ"
    r"|công ty|công tác|nhiệm vụ|người|chuyên trách|(?<!- )nghiệp vụ|chủ|hoạt động|(?<!hội )(?<!đoàn )cơ sở"
    r"|dịch vụ)\s+$"
)
NAMING_VERBS = frozenset(
    (
        "kiểm tra",
        "giám sát",
        "thanh tra",
        "quản lý",
        "tiếp nhận",
        "hướng dẫn",
        "tuyên truyền",
        "vận động",
        "thẩm định",
        "phục vụ",
        "hỗ trợ",
        "giúp",
        "chỉ đạo",
        "tổ chức",
        "xây dựng",
        "bảo vệ",
        "cứu trợ",
        "phòng ngừa",
        "ứng phó",
        "thu gom",
        "xử lý",
        "tuần tra",
        "khảo sát",
        "cung cấp",
        "biên tập",
        "biên soạn",
        "giải quyết",
        "đánh giá",
        "đầu tư",
        "sản xuất",
        "phát triển",
        "khai thác",
        "đào tạo",
        "bồi dưỡng",
        "kiểm soát",
        "khởi tố",
        "điều tra",
        "lưu trữ",
        "thi hành",
        "thông tin",
        "làm",
        "thẩm tra",
        "trực tiếp",
        "điều hành",
        "bảo trì",
        "tư vấn",
        "thiết kế",
        "phát hành",
        "vệ sinh",
        "học tập",
        "tiếp công dân",
        "quan trắc",
        "bảo lãnh",
        "trợ giúp",
        "dạy nghề",
        "thu mua",
        "hòa giải",
    )
)
PASSIVE = re.compile(r"được\s+$")
BY_OTHERS = re.compile(r"(?:được|do)\s+(?:đảng|nhà nước|ủy ban|ubnd|chủ tịch|cấp|thủ trưởng|giám đốc)[^.;:]{0,25}\s$")
NOUN_AFTER = re.compile(
    r"tổ chức (?:đảng|chính trị|xã hội|thành viên|hội|đoàn thể|cơ sở|cá nhân|tín dụng|kinh tế|tôn giáo|khoa học"
    r"|quần chúng|phi|sự nghiệp|trực thuộc|thuộc|trên|khác|công đoàn|doanh nghiệp|nghề|nhân đạo|quốc tế|có liên"
    r"|liên quan|và|ct\b|ct-xh)"
    r"|tổ chức\s*(?:,|;|\.|$)|tham mưu,? giúp việc|cấp (?:ủy|xã|huyện|tỉnh|phòng|sở|trên|dưới|trưởng|cơ sở)"
    r"|quản lý (?:nhà nước|chuyên ngành|dự án|khu|cụm)|trực thuộc|trình độ|giao thông|xử lý hồ|phụ trách"
    r"|có liên quan|có (?:thẩm quyền|chức năng|vốn|tên|uy tín|điều kiện|nhu cầu|trụ sở|chủ|đông)"
    r"|chủ trì,? tham mưu|phối hợp phổ biến|phối hợp\s*(?:,|;|\.|$)|in ấn|thông tin (?:và|cơ sở|điện)"
    r"|làm (?:việc(?! với)|công tác)"
    r"|sản xuất(?:,| kinh doanh)|đầu tư xây|chi (?:cục|bộ|nhánh|hội|đoàn|ủy)|giao dịch|đăng ký đất|phục vụ hành"
    r"|cung cấp dịch|bảo vệ (?:rừng|thực vật|pháp)|đang (?:hoạt|quản|thực|sinh|công|đóng)|đã (?:được|ký)|ký (?:kết"
    r"|túc)|mở rộng|để (?:thực|triển)"
)
NOUN_BEFORE = re.compile(r"(?:cơ quan|cán bộ|nhà|người|ban|thuộc diện|phạm vi)\s+$")
