"""Drafts for tests, made through the acts."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from lienthong.drafting.actions.add_task import add_task
from lienthong.drafting.actions.approve_draft import approve_draft
from lienthong.drafting.actions.attach_signed import attach_signed
from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.issue_draft import issue_draft
from lienthong.drafting.actions.number_draft import number_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.content import docx_of
from lienthong.drafting.models import Draft
from lienthong.drafting.printing import printed
from lienthong.jobs.service import claim_and_run
from lienthong.organisations.service import SigningAuthority
from lienthong.organisations.tests.factories import Cast
from lienthong.registry.service import read_file

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


def issued(people: Cast, draft: Draft) -> Draft:
    """``draft`` of the coordinator signed by the leader, numbered, and issued as it was approved."""
    signing, _made = SigningAuthority.objects.get_or_create(
        position=people.leader.position, body=people.office, form="TM."
    )
    draft.refresh_from_db()
    draft = write_draft(people.coordinator, draft, values={"signing": signing}, seen=draft.version)
    draft = approve_draft(people.leader, submit_draft(people.coordinator, draft))
    draft = number_draft(people.clerk, draft)
    content, head = printed(draft)
    draft = attach_signed(people.clerk, draft, word_file(docx_of(content, **head), "ban-ky.docx"))
    assert draft.document is not None
    claim_and_run(draft.document.files.get(), read_file)
    return issue_draft(people.clerk, draft, differences_seen=0)
