"""The door of the drafting room."""

from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.case_items import case_items
from lienthong.drafting.citing import basis_of
from lienthong.drafting.issuing import on_issue
from lienthong.drafting.items import draft_url
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import may_draft

__all__ = [
    "Draft",
    "basis_of",
    "begin_draft",
    "case_items",
    "draft_url",
    "may_draft",
    "on_issue",
    "submit_draft",
    "write_draft",
    "write_section",
    "write_task",
]
