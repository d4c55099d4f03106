"""Drafts for tests, made through the acts."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from lienthong.drafting.actions.add_task import add_task
from lienthong.drafting.actions.approve_draft import approve_draft
from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.number_draft import number_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.models import Draft
from lienthong.organisations.service import SigningAuthority
from lienthong.organisations.tests.factories import Cast

SUBJECT = "Tuyên truyền chuyển đổi số năm 2026"
TASK = {
    "text": "Phát bản tin chuyển đổi số trên loa truyền thanh",
    "lead": "Phòng Văn hóa - Xã hội",
    "when": "Năm 2026",
    "frequency": "Mỗi tháng 01 bài",
}


def make_draft(people: Cast, **values: Any) -> Draft:
    """A plan with words in its first section and one task, signed by the leader."""
    draft = begin_draft(people.coordinator, type="kế hoạch", subject=SUBJECT, **values)
    signing, _made = SigningAuthority.objects.get_or_create(
        position=people.leader.position, body=people.office, form="TM."
    )
    write_draft(people.coordinator, draft, values={"signing": signing}, seen=draft.version)
    first = draft.sections.first()
    assert first is not None
    write_section(
        people.coordinator,
        first,
        values={"text": "Nâng cao nhận thức của người dân\n- Về dịch vụ công"},
        seen=first.version,
    )
    if not values:
        last = draft.sections.last()
        text = "Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã"
        write_section(people.coordinator, last, values={"text": text}, seen=last.version)
    section = draft.sections.get(title="NHIỆM VỤ") if not values else draft.sections.last()
    add_task(people.coordinator, section, values=TASK)
    draft.refresh_from_db()
    return draft


def approved(people: Cast) -> Draft:
    draft = submit_draft(people.coordinator, make_draft(people))
    return approve_draft(people.leader, draft)


def numbered(people: Cast) -> Draft:
    return number_draft(people.clerk, approved(people))


def word_file(data: bytes, name: str = "du-thao.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)
