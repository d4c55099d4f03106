"""What a draft is found by."""

from lienthong.core.search import index
from lienthong.drafting.models import Draft


def index_draft(draft: Draft) -> None:
    index(draft, number=draft.document.number if draft.document else "", words=draft.title)
