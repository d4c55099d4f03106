"""The phrase table both ways: orders it must propose, and ordinary tasks that sound alike."""

import pytest

from lienthong.registry.review.scope import RULES, find_out_of_scope

ORDERS = [
    ("scan", "Tiến hành rà quét thông tin trên báo chí và mạng xã hội liên quan đến địa phương."),
    ("scan", "Hằng ngày rà quét các bài viết nói về địa phương, tổng hợp gửi Thường trực."),
    ("watch", "Theo dõi thông tin trên không gian mạng, kịp thời tham mưu xử lý."),
    ("watch", "Tăng cường giám sát hoạt động của người dùng trên mạng xã hội."),
    ("watch", "Nắm bắt dư luận trên\nmạng xã hội để báo cáo hằng tuần."),
    ("remove", "Ngăn chặn, bóc gỡ kịp thời các thông tin sai sự thật."),
    ("remove", "Phối hợp gỡ bỏ các bài viết phản ánh thiếu chính xác về xã."),
    ("remove", "Đề nghị nhà mạng khoá tài khoản có nội dung xuyên tạc."),
    ("remove", "Xoá bỏ bình luận trái chiều dưới các bài đăng."),
    ("counter", "Chủ động đấu tranh, phản bác các quan điểm sai trái, thù địch."),
    ("counter", "Chia sẻ tin, bài đấu tranh phản bác thông tin xấu độc."),
    ("counter", "Viết bài vạch trần luận điệu của các thế lực thù địch."),
    ("persons", "Xác minh, xử lý nghiêm các tổ chức, cá nhân đăng tải thông tin sai sự thật."),
    ("persons", "Lập danh sách các tài khoản thường xuyên chia sẻ bài viết tiêu cực."),
    ("classify", "Phân loại quan điểm của người dân trên các nhóm mạng xã hội."),
    ("classify", "Đánh giá thái độ, sắc thái bình luận về chủ trương của tỉnh."),
]

ORDINARY = [
    "Tuyên truyền về chuyển đổi số trên báo chí và mạng xã hội.",
    "Tuyên truyền bảo vệ nền tảng tư tưởng của Đảng.",
    "Tuyên truyền về công tác đấu tranh phản bác các quan điểm sai trái.",
    "Tổ chức hội nghị tập huấn kỹ năng nhận diện người đăng tin giả.",
    "Đính chính thông tin sai lệch về dịch vụ công trên Trang thông tin điện tử xã.",
    "Kịp thời cung cấp thông tin chính thống cho báo chí.",
    "Theo dõi, đôn đốc các cơ quan, đơn vị đăng tin, bài trên mạng xã hội.",
    "Quản lý Trang thông tin điện tử xã; kiểm duyệt nội dung trước khi đăng.",
    "Theo dõi lượt xem các video trên fanpage của xã.",
    "Tháo gỡ khó khăn, vướng mắc về nội dung hồ sơ cho doanh nghiệp.",
    "Gỡ bỏ thông tin đã hết hiệu lực trên trang của cơ quan.",
    "Gỡ bỏ các bài viết hết hiệu lực trên Cổng thông tin điện tử.",
    "Ngăn chặn khai thác khoáng sản trái phép trên địa bàn.",
    "Ngăn chặn việc lộ, lọt thông tin cá nhân của người dân.",
    "Phòng ngừa, ngăn chặn dịch bệnh lây lan; cập nhật thông tin hằng ngày.",
    "Đấu tranh phòng, chống tham nhũng, lãng phí.",
    "Đấu tranh với tội phạm sử dụng thông tin giả để lừa đảo.",
    "Rà quét mã độc, lỗ hổng bảo mật của hệ thống thông tin xã.",
    "Rà soát văn bản, thủ tục hành chính hết hiệu lực.",
    "Tiếp nhận, trả lời phản ánh, kiến nghị của người dân trên mạng xã hội.",
    "Nắm bắt tâm tư, nguyện vọng của Nhân dân qua tiếp xúc cử tri.",
    "Đánh giá sự hài lòng của người dân đối với dịch vụ công.",
    "Lập danh sách người có công được chia quà dịp Tết.",
    "Ngăn chặn cháy rừng. Thông tin kịp thời cho Nhân dân.",
    "Phổ biến Luật An ninh mạng, mức phạt hành vi đăng thông tin sai sự thật.",
]


@pytest.mark.parametrize("code, text", ORDERS)
def test_an_order_against_speech_is_proposed(code: str, text: str) -> None:
    hit = find_out_of_scope(text)
    assert hit is not None
    assert hit.rule.code == code
    assert 0 <= hit.start < hit.end <= len(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_task_is_not(text: str) -> None:
    assert find_out_of_scope(text) is None


def test_every_rule_of_the_table_is_tried() -> None:
    assert {code for code, _text in ORDERS} == {rule.code for rule in RULES}


def test_an_order_is_not_joined_across_items_of_a_list() -> None:
    assert find_out_of_scope("Ngăn chặn cháy rừng\n- Đăng thông tin lên bảng tin") is None
