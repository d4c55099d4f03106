"""The calls to a Facebook Page of the office: its own posts and nothing of anybody else."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from typing import Any

import httpx
from django.utils.translation import gettext as _

from lienthong.channels.core.service import Account, Endpoint, PassingError, PermanentError, call, client_for

API = "graph.facebook.com"
_VERSION = "v21.0"
ENDPOINTS = (
    Endpoint("POST", API, f"/{_VERSION}/{{page}}/feed", "đăng một bài"),
    Endpoint("POST", API, f"/{_VERSION}/{{page}}/photos", "tải ảnh của bài lên, chưa hiện"),
    Endpoint("POST", API, f"/{_VERSION}/{{page}}/videos", "đăng một video theo từng phần"),
    Endpoint("GET", API, f"/{_VERSION}/{{page}}/published_posts", "xem các bài gần nhất của trang mình"),
    Endpoint("GET", API, f"/{_VERSION}/{{page}}/scheduled_posts", "xem các bài đã hẹn giờ của trang mình"),
    Endpoint("GET", API, f"/{_VERSION}/{{page}}/videos", "xem các video gần nhất của trang mình"),
    Endpoint("GET", API, f"/{_VERSION}/{{item}}", "xem trạng thái một bài của mình"),
    Endpoint("DELETE", API, f"/{_VERSION}/{{item}}", "gỡ một bài của mình"),
)
#: Codes of an error: the service is busy or the app called too often; the token has ended; there is no such thing.
_BUSY, _TOO_MANY, _TOKEN_ENDED, _NOT_FOUND = (1, 2), (4, 17, 32, 341, 613), (102, 190), (100, 803)
_NO_SUCH_OBJECT = 33
#: What is asked of a post or video of ours: where it stands, never who read it.
POST_FIELDS = "id,message,is_published,permalink_url,shares"
VIDEO_FIELDS = "id,description,published,permalink_url,status"


class NotFound(Exception):
    """No post of ours has this id any more."""


class Client:
    """``account``: the option ``page`` (its id) and the secrets ``token`` (of the page) and ``app_secret``."""

    def __init__(self, account: Account) -> None:
        self._page = str(account.options["page"])
        self._token, self._secret = account.secrets["token"], account.secrets.get("app_secret", "")

    def upload_photo(self, name: str, data: bytes, alt: str) -> str:
        """The id of a picture that no one sees yet."""
        values = {"published": "false", "temporary": "true", "alt_text_custom": alt}
        files = {"source": (name, data, "image/jpeg")}
        return str(self._ask("POST", f"{self._page}/photos", data=values, files=files)["id"])

    def post(self, values: dict[str, str]) -> str:
        """The id of a new post."""
        return str(self._ask("POST", f"{self._page}/feed", data=values)["id"])

    def begin_video(self, size: int) -> dict[str, Any]:
        """``video_id``, ``upload_session_id``, and the first part that is wanted: ``start_offset``, ``end_offset``."""
        return self._ask("POST", f"{self._page}/videos", data={"upload_phase": "start", "file_size": str(size)})

    def send_part(self, session: str, start: int, part: bytes) -> dict[str, Any]:
        """The next part that is wanted; both offsets alike when everything has arrived."""
        values = {"upload_phase": "transfer", "upload_session_id": session, "start_offset": str(start)}
        files = {"video_file_chunk": ("part", part, "application/octet-stream")}
        return self._ask("POST", f"{self._page}/videos", data=values, files=files)

    def end_video(self, session: str, values: dict[str, str]) -> None:
        """Let the uploaded video out, with its title and words."""
        finish = {"upload_phase": "finish", "upload_session_id": session}
        self._ask("POST", f"{self._page}/videos", data=finish | values)

    def recent(self) -> list[dict[str, Any]]:
        """Our own posts and videos of late, scheduled ones among them."""
        found: list[dict[str, Any]] = []
        for edge, fields in (
            ("published_posts", POST_FIELDS),
            ("scheduled_posts", POST_FIELDS),
            ("videos", VIDEO_FIELDS),
        ):
            found += self._ask("GET", f"{self._page}/{edge}", params={"fields": fields, "limit": 25})["data"]
        return found

    def state(self, item: str, fields: str) -> dict[str, Any]:
        """:class:`NotFound` when it is gone."""
        return self._ask("GET", item, params={"fields": fields})

    def remove(self, item: str) -> None:
        """:class:`NotFound` when it is gone already."""
        self._ask("DELETE", item)

    def _ask(self, method: str, path: str, **content: Any) -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {self._token}"}
        if self._secret:
            proof = hmac.new(self._secret.encode(), self._token.encode(), hashlib.sha256).hexdigest()
            content["params"] = {**content.get("params", {}), "appsecret_proof": proof}
        with client_for(ENDPOINTS) as client:
            return _data(call(client, method, f"https://{API}/{_VERSION}/{path}", headers=headers, **content))


def _data(response: httpx.Response) -> dict[str, Any]:
    answer: dict[str, Any] = response.json()
    error = answer.get("error")
    if not error:
        return answer
    code, inner = error.get("code"), error.get("error_subcode")
    if code in _NOT_FOUND and inner == _NO_SUCH_OBJECT:
        raise NotFound
    if code in _TOO_MANY:
        raise PassingError(_("Facebook báo gửi quá nhiều, sẽ gửi tiếp sau."), retry_after=timedelta(minutes=30))
    if code in _BUSY or error.get("is_transient"):
        raise PassingError(_("Facebook đang bận."), retry_after=timedelta(minutes=5))
    if code in _TOKEN_ENDED:
        raise PermanentError(_("Quyền truy cập trang Facebook đã hết. Quản trị cần cấp lại."))
    raise PermanentError(
        _("Facebook không nhận (mã %(code)s): %(words)s") % {"code": code, "words": error.get("message")}
    )
