"""Ban Chỉ đạo họp: mời, ghi biên bản, thông qua, hai kết luận thành hai nhiệm vụ mà đơn vị tiếp nhận."""

import docx
from django.utils import timezone

from lienthong.committees.tests.factories import make_committee
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.tests.factories import make_plan
from tests.functional.people import Opens, Person


def test_minutes_make_two_assignments_that_units_accept(people: Cast, opens: Opens) -> None:
    """Cán bộ tổng hợp mời họp, thư ký ghi biên bản, lãnh đạo thông qua, hai đơn vị tiếp nhận việc."""
    board, plan = make_committee(people), make_plan(people)

    caller = opens(people.coordinator)
    form = caller.page.locator("main")
    caller.follows("Ban Chỉ đạo")
    caller.looks()
    caller.follows(board.name, within=form)
    caller.looks()
    caller.follows("Mời họp")
    caller.looks()
    day = f"{timezone.localdate():%Y-%m-%d}"
    caller.types("Tên cuộc họp", "Họp quý IV", within=form)
    caller.types("Bắt đầu", f"{day}T08:00", within=form)
    caller.types("Kết thúc", f"{day}T10:00", within=form)
    caller.types("Địa điểm", "Hội trường", within=form)
    caller.types("Nội dung", "Kết quả quý III", within=form)
    caller.chooses("Chủ trì", str(people.leader.position), within=form)
    caller.chooses("Thư ký", str(people.coordinator.position), within=form)
    caller.presses("Lưu")
    caller.follows("Họp quý IV", within=form)
    caller.looks()
    caller.presses("Bắt đầu ghi biên bản")
    caller.follows("Ghi người dự và diễn biến")
    caller.looks()
    for choice in caller.page.locator("select[name^='came-']").all():
        choice.select_option("present")
    caller.page.locator("select[name^='came-']").first.select_option("represented")
    caller.page.locator("select[name^='for-']").first.select_option(label=str(people.reader.position))
    caller.types("Diễn biến", "Các đơn vị báo cáo", within=form)
    caller.presses("Lưu")
    caller.reads("dự thay")
    _concludes(caller, "Phát bản tin chuyển đổi số", people.culture.name)
    _concludes(caller, "Rà soát hộ kinh doanh", people.economy.name)
    caller.looks()
    words = "\n".join(one.text for one in docx.Document(str(caller.downloads("Biên bản (Word)"))).paragraphs)
    assert "Rà soát hộ kinh doanh" in words

    chair = opens(people.leader)
    chair.goes_to("committees:committee", board.pk)
    chair.follows("Họp quý IV", within=chair.page.locator("main"))
    chair.presses("Thông qua biên bản")
    chair.reads("Đã thông qua biên bản.")

    caller.page.reload()
    for words in ("Phát bản tin chuyển đổi số", "Rà soát hộ kinh doanh"):
        caller.presses("Giao nhiệm vụ", within=form.locator("li.conclusion").filter(has_text=words))
        caller.reads("Đã giao thành nhiệm vụ.")
    caller.presses("Soạn thông báo kết luận")
    caller.looks()
    assert plan.assignments.count() == 2

    for actor, words in (
        (people.unit_head, "Phát bản tin chuyển đổi số"),
        (people.other_head, "Rà soát hộ kinh doanh"),
    ):
        head = opens(actor, phone=True)
        head.reads(words)
        head.presses("Tiếp nhận", within=head.row(words))
        head.reads("Đã tiếp nhận")
    assert not plan.assignments.exclude(shares__state="accepted").exists()


def _concludes(person: Person, text: str, lead: str) -> None:
    form = person.page.locator("main")
    person.follows("Thêm kết luận")
    person.looks()
    person.types("Kết luận", text, within=form)
    person.chooses("Chủ trì thực hiện", lead, within=form)
    person.presses("Lưu")
    person.reads(text)
