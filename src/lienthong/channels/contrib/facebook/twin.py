"""The twin of Facebook's Graph interface, as far as a page publishes its own posts."""

from __future__ import annotations

import itertools
import re
import time
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, ClassVar

from lienthong.channels.core.twins import Answer, Asked, Fact, Twin

_REFERENCE = "trang tham khảo Graph API của nhà cung cấp"
_BLOG = "thông báo của nhà cung cấp và các ứng dụng khác"
_PART = 1_000_000


class FacebookTwin(Twin):
    """``TOKEN`` is the page's. ``loses``: so many answers to a new post or finished video are lost after it was made;
    ``fails``: the error that the next calls are answered with; ``breaks``: parts of a video that do not arrive.
    """

    hosts: ClassVar = ("graph.facebook.com",)
    facts: ClassVar = (
        Fact("Hẹn giờ từ 10 phút đến 6 tháng trước khi đăng", _BLOG, "2012", "C"),
        Fact("Khóa của trang lấy từ khóa dài hạn không có ngày hết, có thể bị thu hồi (mã 190)", _BLOG, "2025", "C"),
        Fact("Lỗi 4, 17, 32, 613: gọi quá nhiều; 1, 2: dịch vụ bận", _REFERENCE, "2025", "A"),
        Fact("Lỗi 100 kèm mã phụ 33: không có bài đó hoặc không được xem", _REFERENCE, "2025", "A"),
        Fact("Ảnh tải lên với published=false rồi gắn vào bài bằng attached_media", _REFERENCE, "2025", "A"),
        Fact("Video gửi theo phần: start, transfer, finish; mỗi câu trả lời nói phần kế tiếp", _REFERENCE, "2025", "A"),
        Fact("Mỗi lần gọi /feed tạo một bài, kể cả khi nội dung trùng", _BLOG, "2025", "B"),
    )  # fmt: skip
    PAGE, TOKEN = "100000001", "khoa-cua-trang"

    def __init__(self) -> None:
        self.posts: dict[str, dict[str, Any]] = {}
        self.videos: dict[str, dict[str, Any]] = {}
        self.photos: dict[str, bytes] = {}
        self.fails: list[dict[str, Any]] = []
        self.loses = self.breaks = 0
        self._uploads: dict[str, dict[str, Any]] = {}
        self._numbers = itertools.count(1)

    def answer(self, asked: Asked) -> Answer:
        if asked.headers.get("authorization") != f"Bearer {self.TOKEN}":
            return _error(190, "Invalid OAuth access token.", 401)
        if self.fails:
            return Answer({"error": self.fails.pop(0)}, 400)
        parts = asked.path.strip("/").split("/")[1:]
        if len(parts) == 1:
            return self._item(asked, parts[0])
        edges = {
            ("POST", "feed"): self._feed,
            ("POST", "photos"): self._photo,
            ("POST", "videos"): self._video,
            ("GET", "published_posts"): lambda asked: self._list(asked, published=True),
            ("GET", "scheduled_posts"): lambda asked: self._list(asked, published=False),
            ("GET", "videos"): lambda asked: Answer({"data": [_video(one) for one in self.videos.values()]}),
        }
        edge = edges.get((asked.method, parts[1]))
        return edge(asked) if edge and parts[0] == self.PAGE else _error(100, "Unsupported request", 400)

    def _feed(self, asked: Asked) -> Answer:
        given = asked.form()
        if not given.get("message") and not given.get("link"):
            return _error(100, "Missing message or attachment", 400)
        fault = _wrong_time(given)
        if fault:
            return _error(100, fault, 400)
        named = [re.sub(r"\D", "", value) for name, value in given.items() if name.startswith("attached_media")]
        if not set(named) <= set(self.photos):
            return _error(100, "attached_media is invalid", 400)
        post = f"{self.PAGE}_{next(self._numbers)}"
        self.posts[post] = {
            "id": post, "message": given.get("message", ""), "media": named, "link": given.get("link", ""),
            "is_published": given.get("published", "true") == "true", "due": given.get("scheduled_publish_time"),
        }  # fmt: skip
        return Answer({"id": post}, lost=self._loses())

    def _photo(self, asked: Asked) -> Answer:
        parts = _parts(asked)
        if not parts.get("source", b"").startswith(b"\xff\xd8"):
            return _error(324, "Missing or invalid image file", 400)
        photo = str(next(self._numbers))
        self.photos[photo] = parts["source"]
        return Answer({"id": photo})

    def _video(self, asked: Asked) -> Answer:
        multipart = asked.headers["content-type"].startswith("multipart/")
        given = (
            {name: value.decode() for name, value in _parts(asked).items() if name != "video_file_chunk"}
            if multipart
            else asked.form()
        )
        phase = given.get("upload_phase")
        if phase == "start":
            session = str(next(self._numbers))
            self._uploads[session] = {"size": int(given["file_size"]), "data": b"", "video": f"9{session}"}
            return self._wanted(session, {"video_id": f"9{session}", "upload_session_id": session})
        upload = self._uploads[given["upload_session_id"]]
        if phase == "transfer":
            if self.breaks:
                self.breaks -= 1
                return _error(2, "Service temporarily unavailable", 400, is_transient=True)
            if int(given["start_offset"]) == len(upload["data"]):
                upload["data"] += _parts(asked)["video_file_chunk"]
            return self._wanted(given["upload_session_id"], {})
        fault = _wrong_time(given)
        if fault or len(upload["data"]) != upload["size"]:
            return _error(100, fault or "upload is not complete", 400)
        self.videos[upload["video"]] = {
            "id": upload["video"], "description": given.get("description", ""), "data": upload["data"],
            "published": given.get("published", "true") == "true", "video_status": "processing",
        }  # fmt: skip
        return Answer({"success": True}, lost=self._loses())

    def _wanted(self, session: str, more: dict[str, str]) -> Answer:
        upload = self._uploads[session]
        start = len(upload["data"])
        end = min(start + _PART, upload["size"])
        return Answer({**more, "start_offset": str(start), "end_offset": str(end)})

    def _list(self, asked: Asked, *, published: bool) -> Answer:
        found = [one for one in reversed(self.posts.values()) if one["is_published"] is published]
        return Answer({"data": [_post(one) for one in found[: int(asked.query["limit"])]]})

    def _item(self, asked: Asked, item: str) -> Answer:
        if item not in self.posts and item not in self.videos:
            return _error(100, "Object does not exist", 400, error_subcode=33)
        if asked.method == "DELETE":
            self.posts.pop(item, None)
            self.videos.pop(item, None)
            return Answer({"success": True})
        return Answer(_post(self.posts[item]) if item in self.posts else _video(self.videos[item]))

    def _loses(self) -> bool:
        lost, self.loses = self.loses > 0, max(self.loses - 1, 0)
        return lost


def _post(one: dict[str, Any]) -> dict[str, Any]:
    shown = {name: one[name] for name in ("id", "message", "is_published")}
    return shown | {"permalink_url": f"https://facebook.example/{one['id']}", "shares": {"count": 2}}


def _video(one: dict[str, Any]) -> dict[str, Any]:
    shown = {name: one[name] for name in ("id", "description", "published")}
    return shown | {"permalink_url": f"/video/{one['id']}/", "status": {"video_status": one["video_status"]}}


def _parts(asked: Asked) -> dict[str, bytes]:
    """The parts of a multipart body by their names."""
    head = f"Content-Type: {asked.headers['content-type']}\r\n\r\n".encode()
    whole = BytesParser(policy=HTTP).parsebytes(head + asked.body)
    found = {}
    for part in whole.iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        found[str(part.get_param("name", header="content-disposition"))] = content
    return found


def _wrong_time(given: dict[str, str]) -> str:
    """What Facebook would say of a time that it does not keep."""
    due = given.get("scheduled_publish_time")
    if due is None:
        return ""
    ahead = int(due) - time.time()
    return "" if 590 <= ahead <= 181 * 86_400 else "The specified scheduled publish time is invalid."


def _error(code: int, words: str, status: int = 400, **more: Any) -> Answer:
    return Answer({"error": {"message": words, "type": "OAuthException", "code": code, **more}}, status)
