"""What is said of how somebody in office behaves, and what is only said of the services of an office."""

import pytest

from lienthong.corrections.conduct import is_about_conduct

CONDUCT = (
    "công an xã đánh dân",
    "Chủ tịch xã ăn tiền dự án",
    "cán bộ một cửa đi làm muộn, về sớm",
    "Phó chủ tịch đi chơi bằng xe công",
    "Công chức tư pháp bắt dân chờ cả buổi",
    "Nghe nói công an xã đánh dân khi làm căn cước",
    "Trưởng thôn Hùng thu tiền sai",
    "Trưởng thôn chia quà Tết cho người nhà trước",
    "Người nhà chủ tịch xã được xét hộ nghèo",
    "Bí thư xã chiếm đất công làm trang trại",
    "Cán bộ địa chính xã Minh Hòa hẹn lại ba lần mà chưa đo đất",
    "Nhân viên một cửa nói trống không với người già",
    "Có phải phó chủ tịch xã uống rượu trong giờ làm việc không?",
    "Dân bị công an xã tát giữa chợ",
    "Địa chính xã ngâm hồ sơ sáu tháng",
    "Lãnh đạo xã bán đất công không đấu giá",
    "CHỦ TỊCH XÃ BÁN ĐẤT CÔNG",
    "Mấy anh cán bộ xã chơi điện tử cả sáng",
    "chu tich xa an tien du an",
    "UBND xã làm mất hồ sơ của dân",
    "Ủy ban xã bắt dân chờ đợi cả ngày",
    "Các cán bộ, công chức xã cãi nhau trước mặt dân",
    "Hiệu trưởng bớt tiền ăn bán trú của trẻ",
)
SERVICE = (
    "UBND xã thu lệ phí chứng thực 50.000 đồng một bản.",
    "Có người giả danh cán bộ xã gọi điện đòi tiền để cập nhật căn cước.",
    "Chính sách mới là sai lầm, không ai cần.",
    "Chủ tịch Hồ Chí Minh đọc Tuyên ngôn độc lập ngày 2/9/1945.",
    "Chủ tịch xã Minh Hòa ký giấy chứng nhận quyền sử dụng đất lần đầu.",
    "Công an xã làm căn cước lưu động tại nhà văn hóa thôn.",
    "Trưởng thôn Hòa Bình thông báo nộp quỹ phòng chống thiên tai.",
    "Cán bộ xã gọi điện yêu cầu cài VNeID mức 2.",
    "Cán bộ không chuyên trách cấp xã nghỉ việc được trợ cấp một lần.",
    "Nộp hồ sơ cho cán bộ một cửa, năm ngày sau lấy kết quả.",
    "Từ năm 2026 bỏ trưởng thôn.",
    "Phụ cấp trưởng thôn tăng gấp đôi.",
    "Công an xã đến từng nhà thu thập thông tin căn cước.",
    "Làm tạm trú thì gặp công an xã, không mất tiền.",
    "Bộ Công an thu hồi căn cước cũ từ tháng sau.",
    "Nhân viên ngân hàng gọi điện báo khóa tài khoản.",
    "Phiếu lý lịch tư pháp từ nay do công an cấp.",
    "Luật Cán bộ, công chức mới cho nghỉ hưu ở tuổi 55.",
    "Cán bộ, công chức phải học lớp kỹ năng số.",
    "UBND xã tổ chức bắt chó thả rông.",
    "Quyết định của Chủ tịch UBND xã về giá đất có hiệu lực.",
    "Công chức hộ tịch xã không nhận hồ sơ giấy nữa.",
    "Người cao tuổi được trưởng thôn cấp phiếu nhận quà.",
    "Ủy ban xã ngừng cấp thẻ bảo hiểm y tế giấy.",
    "chủ tịch xã An Tiến ký quyết định",
)
#: Written with the others and looked at only when the rules stood, to measure them.
CONDUCT_ASIDE = (
    "Công an viên thôn mình lấy xe của dân đi chở lúa",
    "Phó chủ tịch xã cho em vợ trúng thầu làm đường",
    "Cán bộ văn hóa tự ý cắt tên hộ nghèo",
    "Chủ tịch vắng mặt suốt tuần không ai giải quyết",
    "Tổ trưởng dân phố kê khống danh sách nhận quà",
)
SERVICE_ASIDE = (
    "Trưởng thôn phát phiếu lấy ý kiến sáp nhập thôn.",
    "Cán bộ tư pháp xã chứng thực chữ ký tại nhà cho người già yếu.",
    "Muốn tách thửa phải xin phép chủ tịch xã.",
    "Công an phường cấp biển số xe từ ngày 1/7.",
    "Bí thư chi bộ được phụ cấp 3 triệu đồng một tháng.",
)


@pytest.mark.parametrize("text", CONDUCT + CONDUCT_ASIDE)
def test_a_post_holder_who_does_something_is_spoken_of(text):
    assert is_about_conduct(text)


@pytest.mark.parametrize("text", SERVICE + SERVICE_ASIDE)
def test_what_the_office_does_for_everybody_is_a_claim(text):
    assert not is_about_conduct(text)


def test_a_sentence_about_a_pretender_covers_no_other():
    assert is_about_conduct("Kẻ giả danh cán bộ xã gọi điện đòi tiền. Công an xã đánh dân.")
    assert not is_about_conduct("Kẻ giả danh cán bộ xã gọi điện đòi tiền. Công an xã tiếp nhận tin báo.")
