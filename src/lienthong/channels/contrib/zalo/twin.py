"""The twin of Zalo's Official Account interface."""

from __future__ import annotations

import itertools
import secrets
from typing import Any, ClassVar

from lienthong.channels.core.twins import Answer, Asked, Fact, Twin

_CLIENTS = "mã nguồn của nhiều ứng dụng nối với Zalo OA"
_GUIDE = "hướng dẫn của Zalo Official Account"
_SLICE = 10
_MOST_ARTICLES = 5


class ZaloTwin(Twin):
    """``APP``, ``SECRET`` and ``FIRST`` are what the account was given. ``slow``: times that verify says "not yet";
    ``loses``: the next answers of create are lost after the article was made; ``busy``: calls that are refused as too
    many.
    """

    hosts: ClassVar = ("oauth.zaloapp.com", "openapi.zalo.me")
    facts: ClassVar = (
        Fact("Khóa truy cập sống 25 giờ, khóa làm mới 3 tháng và chỉ dùng được một lần", _GUIDE, "01/2026", "C"),
        Fact("Đổi khóa ở oauth.zaloapp.com/v4/oa/access_token, khóa bí mật ở đầu secret_key", _GUIDE, "01/2026", "C"),
        Fact("Bài phải có ảnh bìa; tiêu đề nhiều nhất 150, mô tả 300, tác giả 50 ký tự", _CLIENTS, "2025", "B"),
        Fact("article/create trả một mã tạm, article/verify cho mã bài khi Zalo nhận xong", _CLIENTS, "2025", "B"),
        Fact("article/getslice liệt kê mỗi lần nhiều nhất 10 bài", _CLIENTS, "2025", "B"),
        Fact("oa/message nhận nhiều nhất 5 bài một lần, duyệt khoảng 30 phút rồi mới gửi", _CLIENTS, "2025", "B"),
        Fact("Mỗi lần gọi article/create tạo một bài, kể cả khi nội dung trùng", _CLIENTS, "2025", "B"),
        Fact("Trả lời luôn là HTTP 200, lỗi ở trường error: -216 hết khóa, -32 gọi quá nhiều", _CLIENTS, "2025", "B"),
    )  # fmt: skip

    APP, SECRET, FIRST = "1", "s", "r-0"

    def __init__(self) -> None:
        self.articles: dict[str, dict[str, Any]] = {}
        self.broadcasts: list[list[str]] = []
        self.slow = self.loses = self.busy = 0
        self._refresh, self._access = self.FIRST, ""
        self._pending: dict[str, str] = {}
        self._numbers = itertools.count(1)

    def end_access(self) -> None:
        """25 hours went by."""
        self._access = ""

    def answer(self, asked: Asked) -> Answer:
        if asked.host == "oauth.zaloapp.com":
            return Answer(self._sign_in(asked))
        if not self._access or asked.headers.get("access_token") != self._access:
            return _error(-216, "Access token is invalid")
        if self.busy:
            self.busy -= 1
            return _error(-32, "Your application reach limit call api")
        steps = {
            ("POST", "/v2.0/article/create"): self._create,
            ("POST", "/v2.0/article/verify"): self._verify,
            ("GET", "/v2.0/article/getslice"): self._slice,
            ("GET", "/v2.0/article/getdetail"): self._detail,
            ("POST", "/v2.0/article/remove"): self._remove,
            ("POST", "/v2.0/oa/message"): self._send,
        }
        step = steps.get((asked.method, asked.path))
        return step(asked) if step else Answer({"error": -404, "message": "api not found"}, 404)

    def _sign_in(self, asked: Asked) -> dict[str, Any]:
        given, right = asked.form(), asked.headers.get("secret_key") == self.SECRET
        if not right or given.get("app_id") != self.APP or given.get("refresh_token") != self._refresh:
            return {"error": -14014, "error_name": "Invalid refresh token."}
        self._access, self._refresh = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        return {"access_token": self._access, "refresh_token": self._refresh, "expires_in": "90000"}

    def _create(self, asked: Asked) -> Answer:
        values = asked.json()
        fault = _fault_of(values)
        if fault:
            return _error(-201, fault)
        number = next(self._numbers)
        article_id, token = f"bai-{number}", f"tam-{number}"
        self.articles[article_id] = {
            **values,
            "id": article_id,
            "total_view": 0,
            "link_view": f"https://zalo.example/{number}",
        }
        self._pending[token] = article_id
        lost, self.loses = self.loses > 0, max(self.loses - 1, 0)
        return Answer({"error": 0, "message": "Success", "data": {"token": token}}, lost=lost)

    def _verify(self, asked: Asked) -> Answer:
        article_id = self._pending.get(asked.json().get("token", ""))
        if article_id is None:
            return _error(-201, "token is invalid")
        if self.slow:
            self.slow -= 1
            return _good({})
        return _good({"id": article_id})

    def _slice(self, asked: Asked) -> Answer:
        limit, offset = int(asked.query["limit"]), int(asked.query["offset"])
        if limit > _SLICE:
            return _error(-201, "limit must be at most 10")
        newest = list(reversed(self.articles.values()))[offset : offset + limit]
        return _good(
            {"medias": [{"id": one["id"], "title": one["title"]} for one in newest], "total": len(self.articles)}
        )

    def _detail(self, asked: Asked) -> Answer:
        found = self.articles.get(asked.query.get("id", ""))
        return _good(found) if found else _error(-205, "article is not found")

    def _remove(self, asked: Asked) -> Answer:
        found = self.articles.pop(asked.json().get("id", ""), None)
        return _good({}) if found else _error(-205, "article is not found")

    def _send(self, asked: Asked) -> Answer:
        elements = asked.json()["message"]["attachment"]["payload"]["elements"]
        named = [one["attachment_id"] for one in elements]
        if not 1 <= len(named) <= _MOST_ARTICLES or not set(named) <= set(self.articles):
            return _error(-201, "elements are invalid")
        self.broadcasts.append(named)
        return _good({"message_id": f"tin-{len(self.broadcasts)}"})


def _fault_of(article: dict[str, Any]) -> str:
    """What Zalo would say of an article that it does not take; "" for one that it takes."""
    cover = article.get("cover", {})
    lengths = (("title", 150), ("description", 300), ("author", 50))
    if not str(cover.get("photo_url", "")).startswith("http"):
        return "cover is invalid"
    return next((f"{name} is invalid" for name, most in lengths if not 0 < len(article.get(name, "")) <= most), "")


def _good(data: dict[str, Any]) -> Answer:
    return Answer({"error": 0, "message": "Success", "data": data})


def _error(code: int, words: str) -> Answer:
    return Answer({"error": code, "message": words})
