"""A YouTube channel of the office: films, uploaded part by part."""

from __future__ import annotations

from datetime import timedelta
from os import SEEK_END
from typing import IO, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lienthong.channels.contrib.youtube.client import PART, Client, SessionGone
from lienthong.channels.contrib.youtube.models import Upload
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
    opened_file,
    seal,
    unsealed,
)

_FILMS = ("video/mp4", "video/quicktime", "video/webm", "video/mpeg")
#: Bytes of a description, counted in UTF-8.
_MOST_BYTES = 5000
_ANGLES = frozenset("<>")
#: "Tin tức và chính trị" and "Phi lợi nhuận và hoạt động xã hội" are 25 and 29 in YouTube's list.
_CATEGORIES = (
    ("25", gettext_lazy("Tin tức")),
    ("29", gettext_lazy("Hoạt động xã hội")),
    ("27", gettext_lazy("Giáo dục")),
)


class OptionsForm(forms.Form):
    category = forms.ChoiceField(label=gettext_lazy("Danh mục"), choices=_CATEGORIES)
    client_id = forms.CharField(label=gettext_lazy("Mã ứng dụng (client_id)"), max_length=200)
    client_secret = forms.CharField(label=gettext_lazy("Khóa bí mật của ứng dụng"), max_length=200)
    refresh_token = forms.CharField(label=gettext_lazy("Khóa làm mới (refresh_token)"), max_length=500)


class YouTubeChannel(Channel):
    """A session is resumed where it stood. Where none is left our own recent films are looked through first."""

    code: ClassVar[str] = "youtube"
    label = gettext_lazy("Kênh YouTube")
    settle = Settle.LOOK_UP
    options_form = OptionsForm
    secret_fields = ("client_id", "client_secret", "refresh_token")
    limits = Limits(
        title=100, text=4000, files=1, needs_file=True, file_bytes=4_000_000_000, content_types=_FILMS, per_day=100
    )
    shows_within = timedelta(minutes=5)
    check_every = timedelta(minutes=10)
    waiting = gettext_lazy("YouTube đang xử lý video")

    def preview(self, message: Message) -> Preview:
        return Preview("youtube/preview.html", {"title": message.title, "words": words_of(message), "message": message})

    def publish(self, message: Message) -> Receipt:
        video = _video_of(message, self.account.options["category"])
        with opened_file(message.files[0]) as film:
            made = self._uploaded(message, video, film, message.files[0])
        Upload.objects.filter(reference=message.reference).delete()
        return self._receipt_of(str(made["id"]))

    def check(self, item: str) -> Receipt:
        return self._receipt_of(item)

    def withdraw(self, item: str) -> Receipt:
        return Receipt(item, ItemState.WITHDRAWN if self._client.remove(item) else ItemState.GONE)

    def find(self, reference: str) -> Receipt | None:
        found = (one for one in self._client.uploads() if reference in one["description"])
        return next((self._receipt_of(str(one["resourceId"]["videoId"])) for one in found), None)

    @property
    def _client(self) -> Client:
        return Client(self.account)

    def _uploaded(self, message: Message, video: dict[str, Any], film: IO[bytes], file: Attachment) -> dict[str, Any]:
        """The film as YouTube has it, after what is missing of it was sent."""
        client, size = self._client, film.seek(0, SEEK_END)
        kept = Upload.objects.filter(reference=message.reference).first()
        session = unsealed(kept.sealed)["session"] if kept else ""
        try:
            arrived = client.received(session, size) if session else 0
        except SessionGone:
            session, arrived = "", 0
        if not session:
            session = client.begin(video, size, file.content_type)
            values = {"sealed": seal({"session": session})}
            Upload.objects.update_or_create(reference=message.reference, defaults=values)
        while isinstance(arrived, int):
            film.seek(arrived)
            arrived = client.send(session, film.read(PART), arrived, size)
        return arrived

    def _receipt_of(self, item: str) -> Receipt:
        found = self._client.video(item)
        if found is None:
            return Receipt(item, ItemState.GONE, sentence=_("Video không còn trên YouTube."))
        status, url = found["status"], f"https://www.youtube.com/watch?v={item}"
        counts = {"views": int(found.get("statistics", {}).get("viewCount", 0))}
        if status["uploadStatus"] in ("failed", "rejected", "deleted"):
            return Receipt(
                item, ItemState.REFUSED, url, counts, _("YouTube không xử lý được hoặc không nhận video này.")
            )
        if status["uploadStatus"] != "processed":
            return Receipt(item, ItemState.WAITING, url, counts)
        if status["privacyStatus"] != "public":
            said = _("YouTube giữ video ở chế độ riêng tư: ứng dụng chưa được YouTube xét duyệt.")
            return Receipt(item, ItemState.REFUSED, url, counts, said)
        return Receipt(item, ItemState.PUBLISHED, url, counts)


def words_of(message: Message) -> str:
    """The description; its last line is our reference, by which the film is found again."""
    closing = _("Mã tin: %(reference)s") % {"reference": message.reference or "LT-…"}
    return "\n\n".join(part for part in (message.text, message.link, closing) if part)


def _video_of(message: Message, category: str) -> dict[str, Any]:
    words = words_of(message)
    if _ANGLES & set(message.title + words):
        raise PermanentError(_("YouTube không nhận dấu “<” và “>” trong tiêu đề và mô tả."))
    if len(words.encode()) > _MOST_BYTES:
        raise PermanentError(_("Mô tả dài quá 5.000 byte mà YouTube nhận. Hãy rút ngắn."))
    return {
        "snippet": {"title": message.title, "description": words, "categoryId": category, "defaultLanguage": "vi"},
        "status": {"privacyStatus": "public", "selfDeclaredMadeForKids": False},
    }
