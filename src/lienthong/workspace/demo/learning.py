"""Lessons in the demonstration: two that are public with results of meetings and of answers, one that waits."""

from lienthong.gate.service import Arriving
from lienthong.learning.service import (
    Lesson,
    approve_lesson,
    enter_group_result,
    submit_lesson,
    take_quiz,
    write_lesson,
    write_question,
)
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor, body

#: Topic, title, what one can do after it, content, and questions: text, answers ("*" before the right one), why.
LESSONS = (
    (
        "An toàn trên mạng", "Nhận ra cuộc gọi, tin nhắn lừa đảo", "Biết ba dấu hiệu và việc cần làm ngay.",
        "Kẻ xấu giục làm ngay, dọa khóa tài khoản hoặc hứa thưởng.\nKẻ xấu hỏi mã OTP, mật khẩu, ảnh căn cước.\n"
        "Kẻ xấu gửi đường liên kết lạ để cài ứng dụng.\nHãy dập máy, không bấm liên kết, gọi Công an xã 0200 000 102.",
        (
            ("Có người gọi, xưng là công an, hỏi mã OTP. Làm gì?",
             "Đọc mã cho họ\n* Dập máy, gọi Công an xã\nGửi ảnh căn cước",
             "Không cơ quan nào hỏi mã OTP qua điện thoại."),
            ("Tin nhắn báo trúng thưởng kèm đường liên kết. Làm gì?",
             "Bấm xem thử\nGửi cho bạn bè\n* Xóa tin, không bấm", "Liên kết lạ có thể cài phần mềm lấy tiền."),
            ("Ứng dụng của cơ quan nhà nước nên cài từ đâu?",
             "* Kho ứng dụng chính thức\nTệp gửi qua tin nhắn\nTrang quảng cáo", "Tệp gửi tay không ai kiểm tra."),
        ),
    ),
    (
        "Dịch vụ công", "Nộp hồ sơ trên Cổng Dịch vụ công quốc gia", "Tự nộp một hồ sơ và xem hồ sơ đến đâu.",
        "Đăng nhập bằng tài khoản định danh điện tử.\nTìm tên thủ tục, gõ không dấu cũng được.\n"
        "Chụp giấy tờ rõ bốn góc rồi tải lên.\nGhi lại mã hồ sơ để xem đã đến đâu.",
        (
            ("Đăng nhập Cổng Dịch vụ công quốc gia bằng gì?",
             "Tài khoản mạng xã hội\n* Tài khoản định danh điện tử\nSố điện thoại của con",
             "Tài khoản định danh điện tử là của chính mình."),
            ("Muốn biết hồ sơ đến đâu thì cần gì?", "* Mã hồ sơ\nTên cán bộ\nẢnh căn cước",
             "Mã hồ sơ có trên giấy hẹn và tin nhắn."),
        ),
    ),
    (
        "An toàn trên mạng", "Đặt mật khẩu khó đoán, dễ nhớ", "Đặt được một mật khẩu dài từ ba từ thường ngày.",
        "Ghép ba từ không liên quan.\nMỗi nơi một mật khẩu.\nKhông dùng ngày sinh, số điện thoại.",
        (
            ("Mật khẩu nào khó đoán hơn?", "12345678\nNgày sinh của mình\n* Ba từ không liên quan ghép lại",
             "Dài và không đoán được từ giấy tờ của mình."),
        ),
    ),
)  # fmt: skip
#: Hamlet, day, people, passed, of the first lesson.
MEETINGS = (("Thôn 1", "17/4/2026", 32, 27), ("Thôn 2", "18/4/2026", 26, 20), ("Thôn 3", "22/4/2026", 18, 15))


def learning() -> int:
    """Write them, let two out; returns how many are public."""
    with at(on("13/4/2026"), 9):
        first, second, third = (_written(*each) for each in LESSONS)
    with at(on("14/4/2026"), 14):
        first, second = (approve_lesson(actor("lanhdao"), each, seen=each.edits) for each in (first, second))
    for hamlet, day, people, passed in MEETINGS:
        with at(on(day), 20) as today:
            enter_group_result(
                actor("chuyenvien"), first, place=body(hamlet), held_on=today, people=people, passed=passed
            )
    with at(on("20/4/2026"), 19):
        sent = ({"0": "1", "1": "2", "2": "0"}, {"0": "1", "1": "0", "2": "0"}, {"0": "0", "1": "0", "2": "1"})
        for number, answers in enumerate(sent):
            take_quiz(first, answers, Arriving(f"demo-{number}", f"demo-{number}"))
    assert third.state == Lesson.State.WAITING
    return Lesson.objects.filter(state=Lesson.State.APPROVED).count()


def _written(topic: str, title: str, lead: str, text: str, asked: tuple[tuple[str, str, str], ...]) -> Lesson:
    writer = actor("chuyenvien")
    questions = [
        write_question(writer, None, topic=topic, text=question, options=options, explanation=why)
        for question, options, why in asked
    ]
    lesson = write_lesson(
        writer, None, title=title, lead=lead, minutes=5, body=text, questions=questions,
        to_pass=max(1, len(questions) - 1),
    )  # fmt: skip
    return submit_lesson(writer, lesson)
