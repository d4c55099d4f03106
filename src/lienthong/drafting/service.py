"""The door of the drafting room."""

from lienthong.drafting.actions.approve_draft import approve_draft
from lienthong.drafting.actions.attach_signed import attach_signed
from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.issue_draft import issue_draft
from lienthong.drafting.actions.number_draft import number_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.case_items import case_items
from lienthong.drafting.citing import basis_of, long_day
from lienthong.drafting.content import docx_of
from lienthong.drafting.issuing import on_issue
from lienthong.drafting.items import draft_url
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import may_draft
from lienthong.drafting.printing import printed

__all__ = [
    "Draft",
    "approve_draft",
    "attach_signed",
    "basis_of",
    "begin_draft",
    "case_items",
    "draft_url",
    "file_of",
    "issue_draft",
    "long_day",
    "may_draft",
    "number_draft",
    "on_issue",
    "submit_draft",
    "write_draft",
    "write_section",
    "write_task",
]


def file_of(draft: Draft) -> bytes:
    """The Word file as it stands, with number and day once they are held."""
    content, head = printed(draft)
    return docx_of(content, **head)
