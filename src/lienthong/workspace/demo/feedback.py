"""What residents told the commune in the demonstration: a case in every state, and ten who ask the same."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.files.base import File
from django.utils import timezone

from lienthong.feedback.service import (
    Answer,
    FeedbackCase,
    Satisfaction,
    Told,
    add_template,
    approve_answer,
    ask_for_data,
    assign_case,
    close_case,
    consent_to_contact,
    enter_case,
    erase_case,
    forward_case,
    merge_case,
    rate_answer,
    receive_case,
    record_receipt,
    redirect_case,
    submit_answer,
)
from lienthong.gate.service import Arriving
from lienthong.organisations.service import Body
from lienthong.workspace.demo import proofs
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body, office

CULTURE, ECONOMY, CENTRE = "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trung tâm Phục vụ hành chính công xã"


@dataclass(frozen=True, slots=True)
class Solved:
    """A case that was answered and published: what was said on which day, by which unit, and what came of it."""

    day: str
    hamlet: str
    what: str
    unit: str
    category: str
    question: str
    text: str


SOLVED = (
    Solved(
        "06/4/2026", "Thôn 2", "Đèn đường trước cổng trường mầm non hỏng mấy hôm nay, tối đi lại nguy hiểm.", ECONOMY,
        "utilities", "Đèn đường trước cổng trường mầm non bao giờ được sửa?",
        "Đã thay bóng và dây tối 09/4. Bà con thấy đèn hỏng xin báo ngay cho xã hoặc trưởng thôn.",
    ),
    Solved(
        "11/5/2026", "Thôn 1", "Xe thu gom rác hai tuần nay bỏ qua ngõ cuối thôn.", ECONOMY, "environment",
        "Lịch thu gom rác ở ngõ cuối Thôn 1 thế nào?",
        "Xe vào ngõ cuối thôn sáng thứ Ba và thứ Sáu. Đơn vị thu gom đã nhắc tổ lái xe từ ngày 13/5.",
    ),
    Solved(
        "08/6/2026", "Thôn 3", "Nhà văn hóa thôn khóa cửa cả tuần, các cháu không có chỗ đọc sách hè.", CULTURE,
        "services", "Nhà văn hóa thôn mở cửa những giờ nào trong hè?",
        "Nhà văn hóa mở từ 7 giờ 30 đến 20 giờ tất cả các ngày trong tháng 6, 7, 8. Trưởng thôn giữ chìa khóa.",
    ),
)  # fmt: skip
ASKED_BY_MANY = "Nộp hồ sơ khai sinh trực tuyến mà không nhận được tin nhắn xác nhận thì làm thế nào"
ANSWERED_TO_MANY = (
    "Đăng nhập Cổng Dịch vụ công quốc gia, mở mục hồ sơ đã nộp để xem trạng thái; hồ sơ đã nhận thì không cần nộp lại."
)


def feedback() -> int:
    """Cases of a year; returns how many."""
    commune = office()
    assert commune is not None
    with at(on("02/3/2026")):
        add_template(
            actor("vanthu"), title="Cảm ơn, đã làm xong",
            text="Cảm ơn bà con đã báo. Việc đã được làm xong ngày … Nếu còn vướng, xin báo lại theo mã này.",
        )  # fmt: skip
    answers = [_solved(commune, each) for each in SOLVED]
    with at(on("16/4/2026"), 20):
        rate_answer(Satisfaction.objects.get(answer=answers[0]), value="yes")
    _elsewhere(commune)
    _forgotten(commune)
    _ten_of_one_question(commune)
    _still_open(commune)
    return FeedbackCase.objects.filter(office=commune).count()


def _sent(
    commune: Body, what: str, *, where: str = "", hamlet: str = "", may_publish: bool = True,
    photos: tuple[File, ...] = (),
) -> FeedbackCase:  # fmt: skip
    """What a resident sent by the public form; each from an address of its own."""
    number = str(FeedbackCase.objects.count())
    said = Told(what, where, body(hamlet) if hamlet else None, may_publish=may_publish, photos=photos)
    case = receive_case(commune, said, Arriving(f"demo-{number}", f"demo-{number}"))
    assert isinstance(case, FeedbackCase)
    return case


def _solved(commune: Body, each: Solved) -> Answer:
    with at(on(each.day), 19):
        case = _sent(commune, each.what, hamlet=each.hamlet)
        assign_case(actor("vanthu"), case, unit=body(each.unit), category=each.category)
        answer = submit_answer(actor("vanthu"), case, text=each.text, public=True, question=each.question)
        return approve_answer(actor("lanhdao"), case, seen=answer.pk)


def _elsewhere(commune: Body) -> None:
    """Forwarded with a receipt, pointed to the law on complaints, merged, and not handled."""
    with at(on("15/6/2026"), 9) as today:
        case = _sent(commune, "Cột điện cuối thôn nghiêng về phía nhà dân, rất nguy hiểm khi mưa bão.", hamlet="Thôn 3")
        forward_case(
            actor("vanthu"), case, agency="Điện lực khu vực Minh Giang", letter="132/UBND-KT", sent_on=today
        )  # fmt: skip
        record_receipt(actor("vanthu"), case, receipt="Phiếu tiếp nhận 57")
        redirect_case(actor("vanthu"), _sent(commune, "Tôi khiếu nại quyết định xử phạt vi phạm hành chính của xã."))
        first = _sent(commune, "Nắp cống trước chợ bị vỡ, xe máy dễ sập bánh.", where="trước chợ", hamlet="Thôn 1")
        again = _sent(commune, "Cái nắp cống trước chợ vỡ, xe máy sập bánh", where="trước chợ", hamlet="Thôn 1")
        merge_case(actor("vanthu"), again, into=first)
        assign_case(actor("vanthu"), first, unit=body(ECONOMY), category="roads")
        answer = submit_answer(actor("vanthu"), first, text="Đã thay nắp cống ngày 16/6.")
        approve_answer(actor("lanhdao"), first, seen=answer.pk)
        close_case(actor("vanthu"), _sent(commune, "Bán hàng giá rẻ, vào xem ngay"), why="spam")


def _ten_of_one_question(commune: Body) -> None:
    """Seven of them are answered the day after; the last three wait."""
    for n in range(10):
        with at(timezone.localdate() - timedelta(days=12 - n), 10):
            case = _sent(commune, f"{ASKED_BY_MANY}{'?' * (n % 2 + 1)}", may_publish=n % 2 == 0)
            assign_case(actor("vanthu"), case, unit=body(CENTRE), category="procedures")
        if n < 7:
            with at(timezone.localdate() - timedelta(days=11 - n), 9):
                answer = submit_answer(actor("vanthu"), case, text=ANSWERED_TO_MANY)
                approve_answer(actor("lanhdao"), case, seen=answer.pk)


def _forgotten(commune: Body) -> None:
    """A resident asked for his data to be erased once he was answered: the dates stay, the words are gone."""
    with at(on("13/7/2026"), 9):
        case = _sent(commune, "Xin hỏi hồ sơ chứng thực của gia đình tôi đã xong chưa.")
        assign_case(actor("vanthu"), case, unit=body(CENTRE), category="procedures")
        answer = submit_answer(actor("vanthu"), case, text="Hồ sơ đã xong, mời đến nhận tại bộ phận một cửa.")
        approve_answer(actor("lanhdao"), case, seen=answer.pk)
    with at(on("20/7/2026"), 9):
        ask_for_data(case, kind="erase")
        erase_case(actor("vanthu"), case)


def _still_open(commune: Body) -> None:
    """For whoever tries it: one to sort, one in a unit, one whose answer waits for the leader, entered by telephone."""
    today = timezone.localdate()
    with at(today, 7):
        case = enter_case(
            actor("vanthu"),
            Told(
                "Mặt đường liên thôn có nhiều ổ gà, trời mưa không nhìn thấy.", "đoạn qua trạm bơm", body("Thôn 2"),
                name="Nguyễn Văn A", phone="0200 000 199", consent=consent_to_contact(24), may_publish=True,
            ),
            came="phone",
        )  # fmt: skip
        assign_case(actor("vanthu"), case, unit=body(CULTURE), category="roads", text="Phòng xem cùng Phòng Kinh tế.")
        waits = _sent(commune, "Loa truyền thanh Thôn 2 phát quá nhỏ, không nghe rõ.", hamlet="Thôn 2")
        assign_case(actor("vanthu"), waits, unit=body(CULTURE), category="services")
        submit_answer(
            actor("chuyenvien"), waits, public=True, question="Loa truyền thanh Thôn 2 phát nhỏ thì sửa thế nào?",
            text="Đơn vị đã chỉnh âm lượng cụm loa Thôn 2 và kiểm tra lại lúc 17 giờ.",
        )  # fmt: skip
        lamp = proofs.photo("den-duong.png", 40).file
        assert lamp is not None
        _sent(
            commune, "Đèn đường đầu Thôn 1 tắt từ tối qua.", where="đầu thôn, gần cây xăng", hamlet="Thôn 1",
            photos=(lamp,),
        )  # fmt: skip
        _sent(commune, "Cho tôi hỏi xã có lớp hướng dẫn dùng điện thoại cho người cao tuổi không?")
