"""The door of the drafting room."""

from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.models import Draft
from lienthong.drafting.permissions import may_draft

__all__ = ["Draft", "begin_draft", "may_draft"]
