"""The calls to a YouTube channel of the office: uploading its films and looking after its own."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.core.service import (
    Account,
    Endpoint,
    PassingError,
    PermanentError,
    UnknownOutcome,
    call,
    client_for,
)

SIGN_IN, API = "oauth2.googleapis.com", "www.googleapis.com"
_UPLOAD = "/upload/youtube/v3/videos"
ENDPOINTS = (
    Endpoint("POST", SIGN_IN, "/token", "đổi khóa làm mới lấy khóa truy cập"),
    Endpoint("POST", API, _UPLOAD, "bắt đầu tải một video lên"),
    Endpoint("PUT", API, _UPLOAD, "gửi một phần video, hỏi đã nhận tới đâu"),
    Endpoint("GET", API, "/youtube/v3/channels", "tìm danh sách video của kênh mình"),
    Endpoint("GET", API, "/youtube/v3/playlistItems", "xem các video gần nhất của mình"),
    Endpoint("GET", API, "/youtube/v3/videos", "xem trạng thái một video của mình"),
    Endpoint("DELETE", API, "/youtube/v3/videos", "gỡ một video của mình"),
)
#: Bytes that go at once; the protocol wants a multiple of 256 KiB.
PART = 8 * 1024 * 1024
_QUOTA_BEGINS_ANEW = ZoneInfo("America/Los_Angeles")


class SessionGone(Exception):
    """The upload session has ended or was never there; the film begins anew."""


class Client:
    """``account``: the secrets ``client_id``, ``client_secret``, ``refresh_token`` and, once asked for, ``access``."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def begin(self, video: dict[str, Any], size: int, content_type: str) -> str:
        """The address of a new upload session."""
        headers = {"X-Upload-Content-Length": str(size), "X-Upload-Content-Type": content_type}
        params = {"uploadType": "resumable", "part": "snippet,status"}
        answer = self._ask("POST", f"https://{API}{_UPLOAD}", params=params, json=video, headers=headers)
        return str(answer.headers["Location"])

    def received(self, session: str, size: int) -> int | dict[str, Any]:
        """How many bytes have arrived, or the video when all have; :class:`SessionGone`."""
        return self._part(session, b"", f"bytes */{size}")

    def send(self, session: str, part: bytes, start: int, size: int) -> int | dict[str, Any]:
        """How many bytes have arrived after ``part``, or the video when all have; :class:`SessionGone`."""
        return self._part(session, part, f"bytes {start}-{start + len(part) - 1}/{size}")

    def uploads(self) -> list[dict[str, Any]]:
        """Snippets of our own latest fifty videos, the newest first."""
        mine = self._get("channels", {"part": "contentDetails", "mine": "true"})["items"]
        if not mine:
            raise PermanentError(_("Tài khoản này chưa có kênh YouTube."))
        playlist = mine[0]["contentDetails"]["relatedPlaylists"]["uploads"]
        items = self._get("playlistItems", {"part": "snippet", "playlistId": playlist, "maxResults": "50"})["items"]
        return [one["snippet"] for one in items]

    def video(self, video_id: str) -> dict[str, Any] | None:
        """Where a video of ours stands, with its totals; None when it is gone."""
        items = self._get("videos", {"part": "status,statistics", "id": video_id})["items"]
        return items[0] if items else None

    def remove(self, video_id: str) -> bool:
        """False when it was gone already."""
        answer = self._ask("DELETE", f"https://{API}/youtube/v3/videos", params={"id": video_id}, missing=True)
        return bool(answer.status_code != httpx.codes.NOT_FOUND)

    def _get(self, what: str, params: dict[str, str]) -> dict[str, Any]:
        found: dict[str, Any] = self._ask("GET", f"https://{API}/youtube/v3/{what}", params=params).json()
        return found

    def _part(self, session: str, part: bytes, place: str) -> int | dict[str, Any]:
        with client_for(ENDPOINTS, timeout=60) as client:
            headers = {"Content-Range": place, "Authorization": f"Bearer {self._access()}"}
            answer = call(client, "PUT", session, content=part, headers=headers)
        if answer.status_code == httpx.codes.PERMANENT_REDIRECT:
            arrived = re.fullmatch(r"bytes=0-(\d+)", answer.headers.get("Range", ""))
            return int(arrived[1]) + 1 if arrived else 0
        if answer.status_code in (404, 410):
            raise SessionGone
        _refuse_faults(answer)
        video: dict[str, Any] = answer.json()
        return video

    def _ask(self, method: str, url: str, *, missing: bool = False, **content: Any) -> httpx.Response:
        """The answer; a token that has ended is exchanged once. ``missing``: that a thing is gone is an answer too."""
        answer = self._once(method, url, content)
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            self._account.renew(self._exchange)
            answer = self._once(method, url, content)
        if not (missing and answer.status_code == httpx.codes.NOT_FOUND):
            _refuse_faults(answer)
        return answer

    def _once(self, method: str, url: str, content: dict[str, Any]) -> httpx.Response:
        headers = content.get("headers", {}) | {"Authorization": f"Bearer {self._access()}"}
        with client_for(ENDPOINTS) as client:
            return call(client, method, url, **{**content, "headers": headers})

    def _access(self) -> str:
        if not self._account.secrets.get("access"):
            self._account.renew(self._exchange)
        return self._account.secrets["access"]

    def _exchange(self, secrets: dict[str, str]) -> tuple[dict[str, str], datetime | None]:
        """An access token lives an hour; the refresh token stays the same."""
        values = {name: secrets[name] for name in ("client_id", "client_secret", "refresh_token")}
        with client_for(ENDPOINTS) as client:
            answer = call(client, "POST", f"https://{SIGN_IN}/token", data=values | {"grant_type": "refresh_token"})
        if answer.is_client_error:
            raise PermanentError(_("Google không nhận khóa làm mới nữa. Quản trị cần cấp quyền lại cho kênh."))
        return secrets | {"access": str(answer.json()["access_token"])}, None


def _refuse_faults(answer: httpx.Response) -> None:
    if not answer.is_client_error:
        return
    try:
        error = answer.json()["error"]
        reason, words = error["errors"][0]["reason"], error["message"]
    except (ValueError, LookupError, TypeError):
        raise UnknownOutcome(f"HTTP {answer.status_code}") from None
    if reason == "quotaExceeded":
        raise PassingError(_("Đã dùng hết hạn mức của YouTube hôm nay."), retry_after=until_new_quota(timezone.now()))
    if reason in ("rateLimitExceeded", "userRateLimitExceeded"):
        raise PassingError(_("YouTube báo gọi quá nhiều, sẽ gửi tiếp sau."), retry_after=timedelta(minutes=10))
    if reason == "uploadLimitExceeded":
        raise PassingError(_("Kênh đã tải lên đủ số video YouTube cho phép."), retry_after=timedelta(days=1))
    raise PermanentError(_("YouTube không nhận (%(code)s): %(words)s") % {"code": reason, "words": words})


def until_new_quota(now: datetime) -> timedelta:
    """The quota of a day begins at midnight, Pacific time."""
    there = now.astimezone(_QUOTA_BEGINS_ANEW)
    midnight = datetime.combine(there.date() + timedelta(days=1), time.min, tzinfo=_QUOTA_BEGINS_ANEW)
    return midnight - now
