"""A Facebook Page of the office: posts with a link or pictures, and videos, also at a time that Facebook keeps."""

from __future__ import annotations

from datetime import datetime, timedelta
from os import SEEK_END
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.facebook.client import POST_FIELDS, VIDEO_FIELDS, Client, NotFound
from lienthong.channels.core.service import (
    Attachment,
    Channel,
    ItemState,
    Limits,
    Message,
    PermanentError,
    Preview,
    Receipt,
    Settle,
    content_of,
    opened_file,
)
from lienthong.core.pictures import jpeg_of

#: How far ahead Facebook keeps a post; nearer, it goes out at once.
SOONEST, LATEST = timedelta(minutes=10), timedelta(days=180)
_VIDEO = "video:"


class OptionsForm(forms.Form):
    """``token`` is the page's own; ``app_secret`` signs each call where the app asks for it."""

    page = forms.RegexField(r"^\d{5,20}$", label=gettext_lazy("Mã số của trang"))
    token = forms.CharField(label=gettext_lazy("Khóa truy cập của trang"), max_length=500)
    app_secret = forms.CharField(label=gettext_lazy("Khóa bí mật của ứng dụng"), max_length=100, required=False)


class FacebookPage(Channel):
    """Every call makes a post, so our own recent ones are looked through before any further try."""

    code: ClassVar[str] = "facebook"
    label = gettext_lazy("Trang Facebook")
    settle = Settle.LOOK_UP
    options_form = OptionsForm
    secret_fields = ("token", "app_secret")
    limits = Limits(
        title=255, text=60_000, files=10, file_bytes=1_000_000_000, per_minute=10,
        content_types=("image/webp", "image/jpeg", "image/png", "video/mp4"),
    )  # fmt: skip
    shows_within = timedelta(minutes=2)
    check_every = timedelta(minutes=10)
    waits_at_most = LATEST
    waiting = gettext_lazy("Đã hẹn giờ hoặc đang xử lý trên Facebook")

    def preview(self, message: Message) -> Preview:
        return Preview("facebook/preview.html", {"words": words_of(message), "message": message})

    def publish(self, message: Message) -> Receipt:
        schedule = _schedule(message.starts_at)
        videos = [one for one in message.files if one.content_type.startswith("video/")]
        if videos and len(message.files) > 1:
            raise PermanentError(_("Trang Facebook nhận một video, hoặc nhiều ảnh, không nhận cả hai trong một bài."))
        if videos:
            return self._video(message, videos[0], schedule)
        photos = [self._client.upload_photo(f"anh-{n}.jpg", jpeg_of(content_of(one)), one.alt)
                  for n, one in enumerate(message.files, 1)]  # fmt: skip
        values = {"message": words_of(message)} | schedule
        if message.link and not photos:
            values["link"] = message.link
        values |= {f"attached_media[{n}]": f'{{"media_fbid":"{photo}"}}' for n, photo in enumerate(photos)}
        return self._receipt_of(self._client.post(values))

    def check(self, item: str) -> Receipt:
        return self._receipt_of(item)

    def withdraw(self, item: str) -> Receipt:
        try:
            self._client.remove(item.removeprefix(_VIDEO))
        except NotFound:
            return Receipt(item, ItemState.GONE)
        return Receipt(item, ItemState.WITHDRAWN)

    def find(self, reference: str) -> Receipt | None:
        found = (
            one for one in self._client.recent() if reference in (one.get("message") or one.get("description") or "")
        )
        return next((_seen(one) for one in found), None)

    @property
    def _client(self) -> Client:
        return Client(self.account)

    def _video(self, message: Message, video: Attachment, schedule: dict[str, str]) -> Receipt:
        with opened_file(video) as file:
            begun = self._client.begin_video(file.seek(0, SEEK_END))
            session, start, end = begun["upload_session_id"], int(begun["start_offset"]), int(begun["end_offset"])
            while start < end:
                file.seek(start)
                wanted = self._client.send_part(session, start, file.read(end - start))
                start, end = int(wanted["start_offset"]), int(wanted["end_offset"])
        self._client.end_video(session, {"title": message.title, "description": words_of(message)} | schedule)
        return self._receipt_of(f"{_VIDEO}{begun['video_id']}")

    def _receipt_of(self, item: str) -> Receipt:
        video = item.startswith(_VIDEO)
        try:
            return _seen(self._client.state(item.removeprefix(_VIDEO), VIDEO_FIELDS if video else POST_FIELDS))
        except NotFound:
            return Receipt(item, ItemState.GONE, sentence=_("Bài không còn trên trang Facebook."))


def _schedule(wanted: datetime | None) -> dict[str, str]:
    """Facebook keeps a post from ten minutes to six months ahead; what is nearer goes out now."""
    ahead = wanted - timezone.now() if wanted else timedelta(0)
    if ahead > LATEST:
        raise PermanentError(_("Facebook chỉ nhận hẹn giờ trong vòng sáu tháng."))
    if wanted is None or ahead < SOONEST:
        return {}
    return {"published": "false", "scheduled_publish_time": str(int(wanted.timestamp()))}


def words_of(message: Message) -> str:
    """Title, text and link as people read them; the last line is our reference, by which the post is found again."""
    closing = _("Mã tin: %(reference)s") % {"reference": message.reference or "LT-…"}
    return "\n\n".join(part for part in (message.title, message.text, message.link, closing) if part)


def _seen(found: dict[str, Any]) -> Receipt:
    """A post or video of ours as it stands there, with its total of shares and nothing about people."""
    video = "published" in found or "status" in found
    out = found.get("published" if video else "is_published", False)
    if video and found.get("status", {}).get("video_status") == "error":
        return Receipt(f"{_VIDEO}{found['id']}", ItemState.REFUSED, sentence=_("Facebook không xử lý được video này."))
    ready = not video or found.get("status", {}).get("video_status", "ready") == "ready"
    item = f"{_VIDEO}{found['id']}" if video else str(found["id"])
    counts = None if video else {"shares": int((found.get("shares") or {}).get("count", 0))}
    state = ItemState.PUBLISHED if out and ready else ItemState.WAITING
    return Receipt(item, state, url=str(found.get("permalink_url") or ""), counts=counts)
