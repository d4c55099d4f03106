"""What points to a person is found whatever signs it is written with, and nothing else is taken for it."""

import unicodedata

import pytest

from lienthong.core.refusals import Refused
from lienthong.corrections.disarming import disarmed
from lienthong.corrections.refusing import account_address, faults_in, is_about_conduct

ACCOUNTS = [
    "facebook.com/ten", "facebook . com/ten", "facebook .com", "www .facebook.com", "fb[.]com/ten", "fb(.)com/ten",
    "facebook[chấm]com/ten", "facebook chấm com", "fb com/ten", "face\u200bbook.com/ten", "fb\u00ad.com/ten",
    "ｆａｃｅｂｏｏｋ．ｃｏｍ/ten", "facebook。com/ten", "f\u0430cebook.com/ten", "t . me/nhom", "hxxps://zalo[.]me/0912",
]  # fmt: skip


@pytest.mark.parametrize("address", ACCOUNTS)
def test_the_address_of_an_account_is_known_in_every_guise(address):
    assert account_address(f"Xem {address} nói thế")
    assert next(faults_in(f"Xem {address} nói thế")).startswith("Có địa chỉ trang cá nhân")


@pytest.mark.parametrize("address", ["fb[.]com/ten", "ｆｂ．ｃｏｍ/ten", "face\u200bbook.com/ten", "facebook . com"])
def test_no_account_is_listed_among_the_places_of_a_scam(address):
    with pytest.raises(Refused):
        disarmed(address)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gọi ０９１２３４５６７８", "số điện thoại"),
        ("Gọi 0912\u200b345\u200b678", "số điện thoại"),
        ("Gọi (0912) 345 678", "số điện thoại"),
        ("Số 001203004567 bị lộ", "số căn cước"),
        ("Viết cho ten @ vidu.vn", "thư điện tử"),
        ("Viết cho ten(a còng)vidu.vn", "thư điện tử"),
        ("Hỏi ＠nguyenvana", "tên tài khoản"),
        ("Theo @nguoi.noi", "tên tài khoản"),
        (unicodedata.normalize("NFD", "Nghe ông Nguyễn Văn A nói"), "tên người"),
        ("Nghe ông\u200b Nguyễn Văn A nói", "tên người"),
        ("NGHE ÔNG NGUYỄN VĂN A NÓI", "tên người"),
        ("Nghe đồng chí Nguyễn Văn A nói", "tên người"),
        ("Nghe cô Hoa nói", "tên người"),
        ("Chủ tịch xã Nguyễn Văn A nói", "tên người"),
        ("Cán bộ tư pháp Trần Thị B bảo nộp tiền", "tên người"),
    ],
)
def test_persons_and_how_to_reach_them_are_found(text, words):
    assert words in " ".join(faults_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Lệ phí 200.000 đồng. Mở tài khoản facebook của xã để xem.",
        "Theo Nghị định 123/2015/NĐ-CP, từ 01/01/2026 đến 31/12/2026 phí 50.000.000 đồng.",
        "Nộp trên dichvucong.gov.vn, hoặc gọi 1022.",
        "Chủ tịch Ủy ban nhân dân phường Trần Hưng Đạo ký; công an xã Lê Lợi nhắc.",
        "Trường Tiểu học Nguyễn Văn Trỗi thu tiền. Bí thư Thành ủy Hà Nội nói.",
        "Chủ tịch Hồ Chí Minh, Bác Hồ; công chức Tư pháp - Hộ tịch xã Minh Hòa.",
    ],
)
def test_official_words_point_to_nobody(text):
    assert not list(faults_in(text))


def test_who_pretends_hides_no_conduct_in_the_sentence_beside_it():
    assert is_about_conduct("Có kẻ giả danh công an gọi điện. Cán bộ xã đòi tiền khi làm giấy.")
    assert is_about_conduct("UBND xã h\u200bách dịch")
    assert is_about_conduct("Tôi ra UBND xã làm khai sinh. Bị quát mắng.")
    assert not is_about_conduct("Kẻ giả danh công an đòi tiền. Phải báo UBND xã.")
