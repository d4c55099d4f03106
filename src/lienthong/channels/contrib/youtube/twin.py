"""The twin of YouTube's data interface, as far as a channel uploads its own films."""

from __future__ import annotations

import itertools
import re
from typing import Any, ClassVar

from lienthong.channels.core.twins import Answer, Asked, Fact, Twin

_OWN = "trang YouTube Data API của nhà cung cấp"


class YouTubeTwin(Twin):
    """``loses``: so many answers to the last part are lost after the film was made; ``breaks``: so many parts arrive
    only in half and are answered 503; ``quota``: uploads that are left today; ``locks``: films stay private.
    """

    hosts: ClassVar = ("oauth2.googleapis.com", "www.googleapis.com")
    facts: ClassVar = (
        Fact("Mỗi ngày 100 lần videos.insert, tính lại lúc 0 giờ Thái Bình Dương", _OWN, "2025", "A"),
        Fact("Hết hạn mức: HTTP 403, lý do quotaExceeded", _OWN, "2025", "A"),
        Fact("POST cho địa chỉ phiên, PUT từng phần là bội của 256 KiB, 308 khi còn thiếu", _OWN, "2025", "A"),
        Fact("PUT rỗng với Content-Range bytes */N hỏi đã nhận tới đâu", _OWN, "2025", "A"),
        Fact("Tiêu đề nhiều nhất 100 ký tự, mô tả 5.000 byte, không có dấu < và >", _OWN, "2025", "A"),
        Fact("Video của ứng dụng chưa xét duyệt bị giữ riêng tư", _OWN, "2020", "A"),
        Fact("Khóa truy cập sống một giờ", _OWN, "2025", "A"),
    )  # fmt: skip
    SECRETS: ClassVar = {"client_id": "c", "client_secret": "s", "refresh_token": "r"}

    def __init__(self) -> None:
        self.films: dict[str, dict[str, Any]] = {}
        self.parts = self.loses = self.breaks = 0
        self.quota = 100
        self.locks = False
        self._access = ""
        self._sessions: dict[str, dict[str, Any]] = {}
        self._numbers = itertools.count(1)

    def end_access(self) -> None:
        """An hour went by."""
        self._access = ""

    def forget_sessions(self) -> None:
        """A week went by."""
        self._sessions.clear()

    def answer(self, asked: Asked) -> Answer:
        if asked.host == "oauth2.googleapis.com":
            return self._sign_in(asked)
        if not self._access or asked.headers.get("authorization") != f"Bearer {self._access}":
            return _error(401, "authError", "Invalid Credentials")
        steps = {
            ("POST", "/upload/youtube/v3/videos"): self._begin,
            ("PUT", "/upload/youtube/v3/videos"): self._part,
            ("GET", "/youtube/v3/channels"): self._channels,
            ("GET", "/youtube/v3/playlistItems"): self._uploads,
            ("GET", "/youtube/v3/videos"): self._videos,
            ("DELETE", "/youtube/v3/videos"): self._delete,
        }
        step = steps.get((asked.method, asked.path))
        return step(asked) if step else _error(404, "notFound", "Not Found")

    def _sign_in(self, asked: Asked) -> Answer:
        given = asked.form()
        if {name: given.get(name) for name in self.SECRETS} != self.SECRETS:
            return Answer({"error": "invalid_grant"}, 400)
        self._access = f"khoa-{next(self._numbers)}"
        return Answer({"access_token": self._access, "expires_in": 3599, "token_type": "Bearer"})

    def _begin(self, asked: Asked) -> Answer:
        if self.quota < 1:
            return _error(403, "quotaExceeded", "The request cannot be completed because you have exceeded your quota.")
        self.quota -= 1
        snippet = asked.json()["snippet"]
        if not 0 < len(snippet["title"]) <= 100 or set("<>") & set(snippet["title"] + snippet["description"]):
            return _error(400, "invalidTitle", "The request metadata specifies an invalid video title.")
        session = str(next(self._numbers))
        size = int(asked.headers["x-upload-content-length"])
        self._sessions[session] = {**asked.json(), "size": size, "data": b"", "film": ""}
        location = f"https://www.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&upload_id={session}"
        return Answer(headers={"Location": location})

    def _part(self, asked: Asked) -> Answer:
        session = self._sessions.get(asked.query.get("upload_id", ""))
        if session is None:
            return _error(404, "notFound", "Not Found")
        place = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", asked.headers["content-range"])
        if place is not None and not session["film"]:
            self.parts += 1
            if int(place[1]) != len(session["data"]):
                return _error(400, "badRequest", "Invalid range")
            if self.breaks:
                self.breaks -= 1
                session["data"] += asked.body[: len(asked.body) // 2]
                return Answer(status=503)
            session["data"] += asked.body
        if len(session["data"]) < session["size"]:
            arrived = len(session["data"])
            return Answer(status=308, headers={"Range": f"bytes=0-{arrived - 1}"} if arrived else {})
        return self._made(session)

    def _made(self, session: dict[str, Any]) -> Answer:
        lost = False
        if not session["film"]:
            session["film"] = f"phim{next(self._numbers)}"
            privacy = "private" if self.locks else session["status"]["privacyStatus"]
            self.films[session["film"]] = {
                "snippet": session["snippet"], "data": session["data"],
                "status": {"uploadStatus": "uploaded", "privacyStatus": privacy},
            }  # fmt: skip
            lost, self.loses = self.loses > 0, max(self.loses - 1, 0)
        return Answer({"id": session["film"]}, 201, lost=lost)

    def _channels(self, asked: Asked) -> Answer:
        return Answer({"items": [{"contentDetails": {"relatedPlaylists": {"uploads": "UU1"}}}]})

    def _uploads(self, asked: Asked) -> Answer:
        newest = list(reversed(self.films.items()))[: int(asked.query["maxResults"])]
        return Answer(
            {"items": [{"snippet": one["snippet"] | {"resourceId": {"videoId": film}}} for film, one in newest]}
        )

    def _videos(self, asked: Asked) -> Answer:
        film = self.films.get(asked.query["id"])
        items = [{"status": film["status"], "statistics": {"viewCount": "12"}}] if film else []
        return Answer({"items": items})

    def _delete(self, asked: Asked) -> Answer:
        found = self.films.pop(asked.query["id"], None)
        return Answer(status=204) if found else _error(404, "videoNotFound", "The video cannot be found.")


def _error(status: int, reason: str, words: str) -> Answer:
    return Answer(
        {"error": {"code": status, "message": words, "errors": [{"reason": reason, "message": words}]}}, status
    )
