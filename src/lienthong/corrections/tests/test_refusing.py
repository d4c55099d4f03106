"""What cannot become a claim, by its form alone, and what may."""

import pytest

from lienthong.core.refusals import Refused
from lienthong.corrections.conduct import is_about_conduct
from lienthong.corrections.disarming import disarmed, disarmed_lines
from lienthong.corrections.models import ClaimQuestion, Correction
from lienthong.corrections.refusing import account_address, faults_in

#: Words that would make a column one for whoever said it.
SPEAKER = (
    "author", "speaker", "said_by", "source_url", "url", "link", "address", "account", "profile", "handle", "platform",
    "screenshot", "picture", "image", "photo", "copy", "file", "phone", "email", "contact", "person", "poster",
)  # fmt: skip


@pytest.mark.parametrize("model", [Correction, ClaimQuestion])
def test_no_column_has_room_for_who_said_it(model):
    names = [field.name for field in model._meta.get_fields() if field.concrete]
    assert [name for name in names for word in SPEAKER if word in name] == []


@pytest.mark.parametrize(
    "text",
    [
        "https://www.facebook.com/nguyen.van.x/posts/1",
        "xem facebook.com/groups/12",
        "m.facebook.com/story.php?id=1",
        "https://zalo.me/0912000000",
        "https://zalo.me/g/abc",
        "tiktok.com/@ten",
        "https://youtu.be/abc",
        "https://t.me/nhom",
        "FACEBOOK.COM/Ten",
    ],
)
def test_an_address_of_an_account_is_found_however_it_is_written(text):
    assert account_address(text)
    assert "trang cá nhân" in " ".join(faults_in(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gọi 0912 345 678 để nhận tiền", "số điện thoại"),
        ("Gọi +84.912.345.678", "số điện thoại"),
        ("theo @nguoi.noi", "tên tài khoản"),
        ("thư gửi tu a.b@hop-thu.example", "thư điện tử"),
        ("theo lời anh Xuân ở đầu xóm", "tên người"),
        ("Bà Lan nói phải nộp", "tên người"),
        ("Cán bộ Hùng thông báo nộp quỹ", "tên người"),
        ("Gọi không chín một hai, ba bốn năm, sáu bảy tám", "số điện thoại"),
        ("chuyển vào tài khoản ngân hàng số 1023 4567 890", "số tài khoản"),
        ("STK: 19001234567", "số tài khoản"),
        ("xem https://tin-la.example/a", "trang web"),
        ("xem www.tin-la.example", "trang web"),
    ],
)
def test_what_points_to_a_person_is_refused_with_what_to_do(text, words):
    assert words in " ".join(faults_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Làm căn cước cho trẻ em phải nộp 200.000 đồng.",
        "Theo Nghị định 104/2025/NĐ-CP ngày 15/5/2025, bà con được miễn.",
        "Bà Rịa đã cấp, xã mình chưa cấp",
        "Chủ tịch Hồ Chí Minh đọc Tuyên ngôn độc lập ngày 2/9/1945.",
        "Chủ tịch xã Minh Hòa ký giấy chứng nhận quyền sử dụng đất.",
        "Bí thư Đoàn xã tổ chức trại hè, Trưởng thôn Hòa Bình thông báo.",
        "Người dân nhận tiền hỗ trợ tại trụ sở UBND xã.",
        "UBND xã thu lệ phí chứng thực 50.000 đồng một bản.",
        "Có người giả danh cán bộ xã gọi điện đòi tiền để cập nhật căn cước.",
        "Tài khoản định danh mức 2 sẽ bị khóa nếu không cập nhật trước 30/6.",
        "Chính sách mới là sai lầm, không ai cần.",
        "Thu phí mở tài khoản 50.000 đồng, hai năm một lần; năm 2026 ba xã, bốn thôn.",
    ],
)
def test_what_is_only_said_is_taken_whatever_it_says(text):
    assert list(faults_in(text)) == []
    assert not is_about_conduct(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cán bộ địa chính nhận tiền mới làm hồ sơ.",
        "Thái độ của nhân viên một cửa rất tệ, có đúng quy định không?",
        "UBND xã chậm trả kết quả đất đai.",
        "Công chức xã sách nhiễu người dân phải không?",
        "Nghe nói chủ tịch xã bao che cho người xây trái phép.",
        "CÁN BỘ XÃ HÁCH DỊCH",
    ],
)
def test_what_is_said_of_the_office_s_conduct_is_feedback(text):
    assert is_about_conduct(text)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("https://ten-mien.com", "hxxps://ten-mien[.]com"),
        ("http://a.b.ten-mien.com/x?y=1", "hxxp://a[.]b[.]ten-mien[.]com/x?y=1"),
        ("ten-mien.com", "ten-mien[.]com"),
        ("hxxps://ten-mien[.]com", "hxxps://ten-mien[.]com"),
        ("0912.345.678", "0 9 1 2 3 4 5 6 7 8"),
        ("+84 912 345 678", "+ 8 4 9 1 2 3 4 5 6 7 8"),
        ("0 9 1 2 3 4 5 6 7 8", "0 9 1 2 3 4 5 6 7 8"),
    ],
)
def test_a_scam_s_address_is_stored_in_a_form_that_nobody_can_click(typed, stored):
    assert disarmed(typed) == stored
    assert disarmed(stored) == stored


@pytest.mark.parametrize("line", ["https://facebook.com/ke.lua", "zalo.me/0912345678", "hãy tin tôi", "<b>a</b>"])
def test_the_field_for_scams_takes_no_account_and_no_words(line):
    with pytest.raises(Refused) as refused:
        disarmed_lines(f"ten-mien.com\n{line}")
    assert refused.value.field == "scam_places"
