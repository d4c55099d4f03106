"""The door of the drafting room."""

from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.write_draft import write_draft
from lienthong.drafting.actions.write_section import write_section
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.case_items import case_items
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import may_draft

__all__ = [
    "Draft",
    "begin_draft",
    "case_items",
    "may_draft",
    "submit_draft",
    "write_draft",
    "write_section",
    "write_task",
]
