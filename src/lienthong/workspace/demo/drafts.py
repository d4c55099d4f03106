"""Two drafts of the made-up commune: a plan that is being written and a letter that waits for the leader."""

from lienthong.drafting.service import Draft, begin_draft, submit_draft, write_draft, write_section, write_task
from lienthong.organisations.service import SigningAuthority
from lienthong.registry.service import OfficialDocument
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import actor

PURPOSE = (
    "Để người dân trong xã biết nơi làm thủ tục, biết việc nào làm được tại nhà",
    "- Mỗi thôn có ít nhất một buổi hướng dẫn trong năm",
)
LETTER = (
    "Thực hiện đề nghị của Sở Nội vụ, Ủy ban nhân dân xã đề nghị trưởng các thôn rà soát việc đã nhận trong năm 2026",
    "Kết quả gửi về Phòng Văn hóa - Xã hội trước ngày 28 tháng 11 năm 2026",
)


def drafts(province: OfficialDocument, urging: OfficialDocument) -> None:
    """Next year's plan begins from the order of ``province``; the letter follows from ``urging``."""
    with at(on("23/11/2026"), 9):
        _being_written(province)
    with at(on("24/11/2026"), 15):
        _waiting_for_approval(urging)


def _being_written(province: OfficialDocument) -> None:
    writer = actor("dieuphoi")
    draft = begin_draft(
        writer, type="kế hoạch", subject="Truyền thông cải cách hành chính và chuyển đổi số xã Minh Hòa năm 2027",
        parent=province,
    )  # fmt: skip
    first = draft.sections.all()[0]
    write_section(writer, first, values={"text": "\n".join(PURPOSE)}, seen=first.version)
    task = next(task for section in draft.sections.all() for task in section.tasks.all())
    lead = {"lead": "Trung tâm Dịch vụ sự nghiệp công", "support": "Phòng Văn hóa - Xã hội"}
    write_task(writer, task, values=lead, seen=task.version)


def _waiting_for_approval(urging: OfficialDocument) -> None:
    writer = actor("dieuphoi")
    draft: Draft = begin_draft(
        writer, type="công văn", subject="Rà soát việc truyền thông còn quá hạn năm 2026", parent=urging
    )
    leader = SigningAuthority.objects.get(position=actor("lanhdao").own_position, form=SigningAuthority.Form.TM)
    head = {"addressees": "Trưởng các thôn", "recipients": "Như trên\nLưu: VT", "signing": leader}
    draft = write_draft(writer, draft, values=head, seen=draft.version)
    body = draft.sections.get()
    write_section(writer, body, values={"text": "\n".join(LETTER)}, seen=body.version)
    submit_draft(writer, draft)
