"""The bounded fetcher asks public addresses over http(s) and nothing else."""

import socket

import httpx
import pytest

from lienthong.core import fetching
from lienthong.core.refusals import Refused


def resolving(addresses):
    return lambda *args, **kwargs: [(socket.AF_INET, 0, 0, "", (address, 443)) for address in addresses]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "172.16.0.1", "::1", "fd00::1", "0.0.0.0"]
)
def test_refuses_addresses_that_are_not_public(monkeypatch, address):
    monkeypatch.setattr(fetching.socket, "getaddrinfo", resolving([address]))
    with pytest.raises(Refused, match="mạng nội bộ"):
        fetching.fetch("https://xa.example.vn/")


def test_refuses_a_host_with_one_private_address_among_public_ones(monkeypatch):
    monkeypatch.setattr(fetching.socket, "getaddrinfo", resolving(["8.8.8.8", "10.1.1.1"]))
    with pytest.raises(Refused):
        fetching.fetch("https://xa.example.vn/")


@pytest.mark.parametrize("url", ["ftp://a.vn/", "file:///etc/passwd", "javascript:alert(1)", "https://u:p@a.vn/", "x"])
def test_refuses_other_schemes_and_credentials(url):
    with pytest.raises(Refused, match="http"):
        fetching.fetch(url)


@pytest.fixture
def web(monkeypatch):
    """Public names, answered by a function instead of the network; returns what was asked."""
    asked = []
    monkeypatch.setattr(fetching.socket, "getaddrinfo", resolving(["8.8.8.8"]))
    client = httpx.Client

    def answer(request):
        asked.append((str(request.url), request.headers["host"]))
        if request.headers["host"] == "loop.vn":
            return httpx.Response(302, headers={"location": "https://loop.vn/again"})
        if request.headers["host"] == "moved.vn":
            return httpx.Response(301, headers={"location": "https://xa.vn/new"})
        return httpx.Response(200, content=b"x" * 3_000_000)

    monkeypatch.setattr(
        fetching.httpx, "Client", lambda **options: client(transport=httpx.MockTransport(answer), **options)
    )
    return asked


def test_calls_the_address_it_looked_up_and_reads_no_more_than_the_limit(web):
    fetched = fetching.fetch("https://xa.vn/tin")
    assert web == [("https://8.8.8.8/tin", "xa.vn")]
    assert fetched.status == 200
    assert len(fetched.body) == fetching.MAX_BYTES


def test_follows_a_redirect_and_checks_it_again(web):
    assert fetching.fetch("https://moved.vn/").url == "https://xa.vn/new"
    assert [host for _url, host in web] == ["moved.vn", "xa.vn"]


def test_gives_up_on_a_loop(web):
    with pytest.raises(Refused, match="chuyển hướng"):
        fetching.fetch("https://loop.vn/")
