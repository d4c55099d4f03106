"""A Zalo Official Account: articles with a cover, and sending up to five of them to those who follow the account."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.utils.html import escape, linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.zalo.client import Client, NotFound
from lienthong.channels.core.service import (
    Channel,
    Delivery,
    ItemState,
    Limits,
    Message,
    PassingError,
    PermanentError,
    Preview,
    Receipt,
    Settle,
    channel_of,
    file_link,
)
from lienthong.core.richtext import clean

#: Pages of our recent articles that are looked through for a reference.
_PAGES = 2
#: Articles that one broadcast takes.
MOST_ARTICLES = 5
_UNVERIFIED = "token:"


class OptionsForm(forms.Form):
    """``author`` stands below each article."""

    author = forms.CharField(label=gettext_lazy("Tên ghi dưới bài"), max_length=50)
    app_id = forms.CharField(label=gettext_lazy("Mã ứng dụng (app_id)"), max_length=40)
    app_secret = forms.CharField(label=gettext_lazy("Khóa bí mật của ứng dụng"), max_length=200)
    refresh_token = forms.CharField(label=gettext_lazy("Khóa làm mới (refresh_token)"), max_length=4000)


class ZaloArticles(Channel):
    """Every call to create makes an article, so our own recent ones are looked through before any further try."""

    code: ClassVar[str] = "zalo"
    label = gettext_lazy("Zalo OA: bài viết")
    options_form = OptionsForm
    secret_fields = ("app_secret", "refresh_token")
    page = "zalo:broadcast"
    page_label = gettext_lazy("Gửi bài tới người quan tâm")
    settle = Settle.LOOK_UP
    limits = Limits(
        title=150, summary=300, needs_file=True, file_bytes=10_000_000,
        content_types=("image/webp", "image/jpeg", "image/png"), per_minute=10,
    )  # fmt: skip
    shows_within = timedelta(minutes=10)
    waiting = gettext_lazy("Zalo đang nhận bài")

    def preview(self, message: Message) -> Preview:
        article = article_of(message, self.account.options["author"])
        return Preview("zalo/preview.html", {"article": article, "cover": message.files[0] if message.files else None})

    def publish(self, message: Message) -> Receipt:
        token = self._client.create(article_of(message, self.account.options["author"]))
        return self._receipt_of(f"{_UNVERIFIED}{token}")

    def check(self, item: str) -> Receipt:
        return self._receipt_of(item)

    def withdraw(self, item: str) -> Receipt:
        article_id = self._id_of(item)
        if not article_id:
            raise PassingError(_("Zalo chưa nhận xong bài nên chưa gỡ được."), retry_after=timedelta(minutes=5))
        try:
            self._client.remove(article_id)
        except NotFound:
            return Receipt(article_id, ItemState.GONE)
        return Receipt(article_id, ItemState.WITHDRAWN)

    def find(self, reference: str) -> Receipt | None:
        for page in range(_PAGES):
            for listed in self._client.recent(page):
                found = self._client.detail(str(listed["id"]))
                if any(reference in str(block.get("content", "")) for block in found["body"]):
                    return _seen(found)
        return None

    @property
    def _client(self) -> Client:
        return Client(self.account)

    def _id_of(self, item: str) -> str:
        token = item.removeprefix(_UNVERIFIED)
        return item if token == item else self._client.article_id(token)

    def _receipt_of(self, item: str) -> Receipt:
        article_id = self._id_of(item)
        if not article_id:
            return Receipt(item, ItemState.WAITING)
        try:
            return _seen(self._client.detail(article_id))
        except NotFound:
            return Receipt(article_id, ItemState.GONE, sentence=_("Bài không còn trên Zalo."))


def _seen(found: dict[str, Any]) -> Receipt:
    """An article of ours as it stands there, with its total of views and nothing else about its readers."""
    state = ItemState.PUBLISHED if found.get("status") == "show" else ItemState.WAITING
    counts = {"views": int(found.get("total_view") or 0)}
    return Receipt(str(found["id"]), state, url=str(found.get("link_view") or ""), counts=counts)


def article_of(message: Message, author: str) -> dict[str, Any]:
    """The article as Zalo takes it; its last line holds our reference, by which it is found again."""
    body = clean(message.html) or linebreaks(escape(message.text))
    closing = _("Mã tin: %(reference)s") % {"reference": message.reference or "LT-…"}
    if message.link:
        closing = f'<a href="{escape(message.link)}">{escape(message.link)}</a><br>{closing}'
    return {
        "type": "normal",
        "title": message.title,
        "author": author,
        "description": message.summary or message.text[:297].rstrip(),
        "cover": {
            "cover_type": "photo",
            "photo_url": file_link(message.reference, 1, jpeg=True) if message.reference else "",
            "status": "show",
        },
        "body": [{"type": "text", "content": body}, {"type": "text", "content": f"<p>{closing}</p>"}],
        "status": "show",
        "comment": "hide",
    }


class ZaloBroadcast(Channel):
    """Articles that are out already, sent to those who follow. Zalo looks at it for half an hour and does not say how
    that ended, so a person does. Two calls send twice, and nothing can be looked up.

    It signs in as the outlet of its articles does: an account's keys turn over with each use, so they are kept once.
    """

    code: ClassVar[str] = "zalo-broadcast"
    label = gettext_lazy("Zalo OA: gửi tới người quan tâm")
    options_form = forms.Form
    page = ZaloArticles.page
    page_label = ZaloArticles.page_label
    settle = Settle.ASK
    limits = Limits(files=0, per_day=4)
    check_every = timedelta(minutes=35)
    waits_at_most = timedelta(minutes=30)
    waiting = gettext_lazy("Zalo đang duyệt, khoảng 30 phút")

    def preview(self, message: Message) -> Preview:
        return Preview("zalo/broadcast.html", {"message": message, "articles": self._articles(message)})

    def publish(self, message: Message) -> Receipt:
        articles = self._articles(message)
        if not 1 <= len(articles) <= MOST_ARTICLES:
            raise PermanentError(_("Mỗi lần gửi từ 1 đến %(n)d bài đã đăng trên Zalo.") % {"n": MOST_ARTICLES})
        if any(one.state != Delivery.State.DELIVERED for one in articles):
            raise PassingError(_("Còn bài chưa đăng xong trên Zalo."), retry_after=timedelta(minutes=10))
        if len({one.outlet_id for one in articles}) > 1:
            raise PermanentError(_("Các bài gửi một lần phải của cùng một tài khoản Zalo."))
        client = Client(channel_of(articles[0].outlet).account)
        return Receipt(client.broadcast([one.item for one in articles]), ItemState.WAITING)

    def check(self, item: str) -> Receipt:
        return Receipt(item, ItemState.WAITING)

    def withdraw(self, item: str) -> Receipt:
        raise PermanentError(_("Tin đã gửi tới người quan tâm thì Zalo không cho rút."))

    def _articles(self, message: Message) -> list[Delivery]:
        """The deliveries named in ``extra["articles"]`` (references), of the same office, in the order of their ids."""
        named = message.extra.get("articles") or ()
        known = Delivery.objects.filter(reference__in=named, outlet__channel=ZaloArticles.code)
        return list(known.filter(outlet__office=self.account.office).select_related("outlet").order_by("pk"))
