"""Messages that were approved in another room, as pages of the portal: what they say, where they stand, who said so."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.models import Page

from lienthong.channels.core.service import Attachment, Message, content_of
from lienthong.core.keys import resolve
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.core.richtext import clean
from lienthong.organisations.service import Position
from lienthong.portal.models import (
    ArticlePage,
    ColumnPage,
    Picture,
    Portal,
    PublicDocument,
    ReleasedFile,
    ReleasedPage,
    ToldNote,
)
from lienthong.portal.pictures import kept_picture
from lienthong.portal.published import host_of
from lienthong.portal.writing import scheme
from lienthong.registry.service import OfficialDocument

K = ReleasedFile.Kind


class NotYet(Refused):
    """The portal does not take it now; it will, once somebody opened what is closed."""


@dataclass(frozen=True, slots=True)
class People:
    approved_by: Position
    approved_at: datetime
    written_by: Position


def _portal(office_id: int) -> Portal | None:
    found: Portal | None = Portal.objects.filter(office=office_id).select_related("site__root_page", "office").first()
    return found


def columns_of(office_id: int) -> list[tuple[int, str]]:
    """The public columns of an office: number and title."""
    portal = _portal(office_id)
    if portal is None:
        return []
    columns = ColumnPage.objects.live().descendant_of(portal.site.root_page).order_by("title")
    return list(columns.values_list("pk", "title"))


def portal_of(office_id: int) -> Portal:
    """:class:`Refused` where none was opened, :class:`NotYet` while its first page is not public."""
    portal = _portal(office_id)
    if portal is None:
        raise Refused(_("Cơ quan chưa có cổng thông tin. Hãy nhờ người quản trị mở cổng rồi gửi lại."))
    if not portal.site.root_page.live:
        raise NotYet(_("Cổng thông tin đang đóng: trang chủ chưa đăng. Bài được đăng khi cổng mở lại."))
    return portal


def column_of(portal: Portal, column: int) -> ColumnPage:
    """:class:`Refused` when it is gone, :class:`NotYet` while it is not public."""
    found: ColumnPage | None = ColumnPage.objects.descendant_of(portal.site.root_page).filter(pk=column).first()
    if found is None:
        raise Refused(_("Chuyên mục đã chọn không còn trên cổng. Hãy chọn chuyên mục khác ở điểm phát hành."))
    require_open(found)
    return found


def require_open(column: Any) -> None:
    if not column.live:
        raise NotYet(_("Chuyên mục “%(title)s” đang gỡ khỏi cổng. Bài được đăng khi chuyên mục mở lại.")
                     % {"title": column.title})  # fmt: skip


def people_of(message: Message, office_id: int) -> People:
    """Who approved and who wrote: two named people of the office, or nothing goes out."""
    approved_by, written_by = _named(message, "approved_by"), _named(message, "written_by")
    approved_at = parse_datetime(str(message.extra.get("approved_at", "")))
    if approved_by is None or written_by is None or approved_at is None or not message.approval.strip():
        raise Refused(_("Tin không kèm tên người viết và người duyệt nên không đăng lên cổng."))
    if approved_by.user_id == written_by.user_id:
        raise Refused(_("Người duyệt là người sửa sau cùng nên không đăng lên cổng."))
    if {approved_by.body.office_id, written_by.body.office_id} != {office_id}:
        raise Refused(_("Tin do cơ quan khác viết và duyệt nên không đăng lên cổng này."))
    return People(approved_by, approved_at, written_by)


def _named(message: Message, name: str) -> Position | None:
    found = resolve(str(message.extra.get(name, "")))
    return found if isinstance(found, Position) else None


def said_of(message: Message) -> dict[str, str]:
    """The words of a page, exactly those that were approved."""
    body = clean(message.html)
    # A channel's own variant is plain; what is all lead and pictures says its lead once.
    if not body and message.text.strip() != message.summary.strip():
        lines = [(line.strip(),) for line in message.text.splitlines() if line.strip()]
        body = str(format_html_join("", "<p>{}</p>", lines))
    return {"title": message.title[:255], "lead": message.summary, "body": body}


def kind_of(attachment: Attachment) -> str:
    family = attachment.content_type.partition("/")[0]
    return {"image": K.PICTURE, "audio": K.SOUND}.get(family, K.FILM)


def keep_files(released: ReleasedPage, message: Message, people: People) -> Picture | None:
    """Put the files of a message in the place of those that the page had; its first picture, for lists."""
    before = released.files.exclude(picture=None)
    drawn = {(each.sha256, each.alt, each.credit): each.picture for each in before.select_related("picture")}
    rows = []
    for order, one in enumerate(message.files):
        kind, picture = kind_of(one), None
        if kind == K.PICTURE:
            picture = drawn.get((one.sha256, one.alt, one.credit)) or _picture(released, one, people.written_by)
        rows.append(ReleasedFile(
            page=released, order=order, kind=kind, picture=picture, file=one.path, sha256=one.sha256,
            content_type=one.content_type, alt=one.alt, credit=one.credit, rights=one.rights,
        ))  # fmt: skip
    released.files.all().delete()
    ReleasedFile.objects.bulk_create(rows)
    return next((row.picture for row in rows if row.picture is not None), None)


def _picture(released: ReleasedPage, one: Attachment, written_by: Position) -> Picture:
    data = content_of(one)
    return kept_picture(
        released.portal.office, ContentFile(data, name="anh.webp"), *_size(data), alt=one.alt, credit=one.credit,
        added_by=written_by,
    )  # fmt: skip


def full_address(released: ReleasedPage) -> str:
    """Where the public reads it."""
    return _full(released.portal, released.standing.page)


def nearest_address(office_id: int, thing: str) -> str:
    """The page of ``thing`` while the public reads one, else the first page of the office; "" without a portal."""
    portal = _portal(office_id)
    if portal is None or not portal.site.root_page.live:
        return ""
    page = _page_of(portal, thing) if thing else None
    return _full(portal, page or portal.site.root_page)


def place_of(office_id: int, key: str) -> str:
    """The address on the site of the thing called ``key``: a product or a document; "" while the public reads none."""
    portal = _portal(office_id)
    if portal is None or not portal.site.root_page.live:
        return ""
    thing = resolve(key)
    if isinstance(thing, OfficialDocument):
        public = PublicDocument.objects.of_site(office_id).filter(document=thing).first()
        return public.get_absolute_url() if public is not None else ""
    page = _page_of(portal, key)
    return portal.place_of(page) if page is not None else ""


def _page_of(portal: Portal, thing: str) -> Page | None:
    """Each place of release has a page of its own for one thing: "4:newsroom.product:9". The first that is public."""
    public = portal.released.filter(thing__endswith=f":{thing}", standing__page__live=True)
    released = public.select_related("standing__page").order_by("pk").first()
    return released.standing.page if released is not None else None


def _full(portal: Portal, page: Page) -> str:
    return f"{scheme()}://{host_of(portal)}{portal.place_of(page)}"


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of a message before it is out; a picture stands in the page itself."""

    kind: str
    alt: str
    credit: str
    rights: str
    src: str = ""
    width: int = 0
    height: int = 0


def preview_of(message: Message, *, office_id: int, column: int) -> str:
    """The page as the public will read it, its pictures in it and of the menu its own column only.

    :class:`Refused` where it cannot stand.
    """
    portal = portal_of(office_id)
    above = column_of(portal, column)
    page = ArticlePage(day=timezone.localdate(), **said_of(message))
    note = str(message.extra.get("correction", ""))
    released = {
        "shown": [_shown(one) for one in message.files], "corrections": [ToldNote(page.day, note)] if note else [],
    }  # fmt: skip
    context = {"page": page, "portal": portal, "released": released, "trial": True, "column": above}
    with site_language():
        return render_to_string(page.template, context)


def _shown(one: Attachment) -> Shown:
    kind = kind_of(one)
    if kind != K.PICTURE:
        return Shown(kind, one.alt, one.credit, one.rights)
    data = content_of(one)
    src = f"data:{one.content_type};base64,{base64.b64encode(data).decode()}"
    return Shown(kind, one.alt, one.credit, one.rights, src, *_size(data))


def _size(data: bytes) -> tuple[int, int]:
    """Width and height of a picture, in pixels."""
    with Image.open(io.BytesIO(data)) as opened:
        return opened.size
