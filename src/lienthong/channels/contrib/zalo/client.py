"""The calls to a Zalo Official Account: its own articles, and sending them to those who follow the account."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import httpx
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.core.service import Account, Endpoint, PassingError, PermanentError, call, client_for

SIGN_IN, API = "oauth.zaloapp.com", "openapi.zalo.me"
ENDPOINTS = (
    Endpoint("POST", SIGN_IN, "/v4/oa/access_token", "đổi khóa làm mới lấy khóa truy cập"),
    Endpoint("POST", API, "/v2.0/article/create", "đăng một bài"),
    Endpoint("POST", API, "/v2.0/article/verify", "hỏi bài vừa gửi mang mã nào"),
    Endpoint("GET", API, "/v2.0/article/getslice", "xem các bài gần nhất của mình"),
    Endpoint("GET", API, "/v2.0/article/getdetail", "xem lại một bài của mình"),
    Endpoint("POST", API, "/v2.0/article/remove", "gỡ một bài của mình"),
    Endpoint("POST", API, "/v2.0/oa/message", "gửi các bài của mình tới người quan tâm tài khoản"),
)
#: Codes of an answer. The access token lives 25 hours, so that it ends is an everyday event.
_TOKEN_ENDED = (-124, -216, -220)
_TOO_MANY = (-32, -211)
_NOT_FOUND = (-205,)
#: Articles that one look at the list gives.
SLICE = 10


class NotFound(Exception):
    """No article of ours has this id any more."""


class Client:
    """``account``: the option ``app_id`` and the secrets ``app_secret``, ``refresh_token`` and ``access_token``."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def create(self, article: dict[str, Any]) -> str:
        """The token under which :meth:`article_id` is asked."""
        return str(self._ask("POST", "/v2.0/article/create", json=article)["token"])

    def article_id(self, token: str) -> str:
        """The id of what was created, or "" while Zalo is still working on it."""
        return str(self._ask("POST", "/v2.0/article/verify", json={"token": token}).get("id") or "")

    def recent(self, page: int) -> list[dict[str, Any]]:
        """Our own articles, the newest first, ten a page from 0."""
        values = {"offset": page * SLICE, "limit": SLICE, "type": "normal"}
        found: list[dict[str, Any]] = self._ask("GET", "/v2.0/article/getslice", params=values)["medias"]
        return found

    def detail(self, article_id: str) -> dict[str, Any]:
        """An article of ours; :class:`NotFound`."""
        return self._ask("GET", "/v2.0/article/getdetail", params={"id": article_id})

    def remove(self, article_id: str) -> None:
        """:class:`NotFound` when it is gone already."""
        self._ask("POST", "/v2.0/article/remove", json={"id": article_id})

    def broadcast(self, article_ids: list[str]) -> str:
        """Send at most five articles to everyone who follows the account; the id of the message."""
        elements = [{"media_type": "article", "attachment_id": one} for one in article_ids]
        payload = {"template_type": "media", "elements": elements}
        message = {"attachment": {"type": "template", "payload": payload}}
        return str(
            self._ask("POST", "/v2.0/oa/message", json={"recipient": {"target": {}}, "message": message})["message_id"]
        )

    def _ask(self, method: str, path: str, **content: Any) -> dict[str, Any]:
        """``data`` of an answer. A token that has ended is exchanged once, and the call made again."""
        if not self._account.secrets.get("access_token"):
            self._account.renew(self._exchange)
        answer = self._once(method, path, content)
        if answer.get("error") in _TOKEN_ENDED:
            self._account.renew(self._exchange)
            answer = self._once(method, path, content)
        return _data(answer)

    def _once(self, method: str, path: str, content: dict[str, Any]) -> dict[str, Any]:
        headers = {"access_token": self._account.secrets["access_token"]}
        with client_for(ENDPOINTS) as client:
            return _json(call(client, method, f"https://{API}{path}", headers=headers, **content))

    def _exchange(self, secrets: dict[str, str]) -> tuple[dict[str, str], datetime | None]:
        """Each refresh token is taken once and answered with the next one, which lives three months."""
        values = {
            "app_id": self._account.options["app_id"],
            "grant_type": "refresh_token",
            "refresh_token": secrets["refresh_token"],
        }
        with client_for(ENDPOINTS) as client:
            headers = {"secret_key": secrets["app_secret"]}
            answer = _json(call(client, "POST", f"https://{SIGN_IN}/v4/oa/access_token", data=values, headers=headers))
        if "access_token" not in answer:
            raise PermanentError(_("Zalo không nhận khóa làm mới nữa. Quản trị cần cấp quyền lại cho tài khoản."))
        new = {"access_token": str(answer["access_token"]), "refresh_token": str(answer["refresh_token"])}
        return secrets | new, timezone.now() + timedelta(days=90)


def _json(response: httpx.Response) -> dict[str, Any]:
    answer: dict[str, Any] = response.json()
    return answer


def _data(answer: dict[str, Any]) -> dict[str, Any]:
    code = answer.get("error", 0)
    if code in _TOO_MANY:
        raise PassingError(_("Zalo báo gửi quá nhiều, sẽ gửi tiếp sau."), retry_after=timedelta(minutes=5))
    if code in _NOT_FOUND:
        raise NotFound
    if code:
        said = {"code": code, "words": answer.get("message", "")}
        raise PermanentError(_("Zalo không nhận (mã %(code)s): %(words)s") % said)
    data: dict[str, Any] = answer.get("data") or {}
    return data
