"""No call leaves the house that its client did not list with a purpose."""

import httpx
import pytest

from lienthong.channels.core.endpoints import Endpoint, ListedTransport, UnlistedCall

PUBLISH = Endpoint("POST", "api.example.gov.vn", "/v1/items/{item}/publish", "đăng một tin đã duyệt")


def answering(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"path": request.url.path})


@pytest.fixture
def client():
    return httpx.Client(transport=ListedTransport((PUBLISH,), httpx.MockTransport(answering)))


def test_a_listed_call_goes_through(client):
    assert client.post("https://api.example.gov.vn/v1/items/12/publish").json() == {"path": "/v1/items/12/publish"}


@pytest.mark.parametrize(
    ("method", "url"),
    [
        ("GET", "https://api.example.gov.vn/v1/items/12/publish"),
        ("POST", "https://api.example.gov.vn/v1/items/12/comments"),
        ("POST", "https://api.example.gov.vn/v1/items//publish"),
        ("POST", "https://api.example.gov.vn/v1/items/12/publish/all"),
        ("POST", "https://other.example.gov.vn/v1/items/12/publish"),
    ],
)
def test_any_other_call_is_refused(client, method, url):
    with pytest.raises(UnlistedCall):
        client.request(method, url)
