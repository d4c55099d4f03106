"""The public pages of an office: Wagtail's tree of pages, and what stands beside each: who wrote, who approved."""

from lienthong.portal.models.pages import (
    PAGES,
    ArticlePage,
    ColumnPage,
    ContentPage,
    EventPage,
    ExemplarPage,
    GuidePage,
    HomePage,
    NoticePage,
    TextPage,
)
from lienthong.portal.models.released import ReleasedFile, ReleasedPage, ToldNote
from lienthong.portal.models.site import OldAddress, Picture, Portal, PublicDocument
from lienthong.portal.models.standing import PageState

__all__ = [
    "PAGES",
    "ArticlePage",
    "ColumnPage",
    "ContentPage",
    "EventPage",
    "ExemplarPage",
    "GuidePage",
    "HomePage",
    "NoticePage",
    "OldAddress",
    "PageState",
    "Picture",
    "Portal",
    "PublicDocument",
    "ReleasedFile",
    "ReleasedPage",
    "TextPage",
    "ToldNote",
]
