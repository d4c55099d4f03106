"""The promise to the public, in code: who may open a connection, and what a channel can do."""

import ast
import inspect

import pytest

from lienthong.channels.core import contract
from tests.architecture.source import SOURCE, imports, modules

NETWORK = (
    "socket", "ssl", "http.client", "urllib.request", "urllib3", "httpx", "requests", "aiohttp", "smtplib", "ftplib",
    "imaplib", "poplib", "telnetlib", "websockets", "paho", "asyncio.open_connection",
)  # fmt: skip
#: Modules that may open outside connections, or that hold the gate before them.
MAY = ("lienthong.core.fetching", "lienthong.channels.core.endpoints")
#: Mail leaves through Django's configured backend, from one place.
MAILS = ("lienthong.inbox.reminders",)
ALL = list(modules())


def may_connect(name: str) -> bool:
    parts = name.split(".")
    return name in MAY or (parts[1:3] == ["channels", "contrib"] and parts[-1] == "client")


@pytest.mark.parametrize(("name", "path"), ALL, ids=[name for name, _path in ALL])
def test_only_clients_and_the_fetcher_open_connections(name, path):
    if may_connect(name):
        return
    found = [one for one in imports(path) if any(one == net or one.startswith(net + ".") for net in NETWORK)]
    assert found == []
    if name not in MAILS:
        assert not [one for one in imports(path) if one.startswith("django.core.mail")]


def test_every_client_lists_its_endpoints_with_a_purpose():
    for path in SOURCE.glob("channels/contrib/*/client.py"):
        names = {
            target.id
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        assert "ENDPOINTS" in names, path


def test_the_contract_publishes_checks_and_withdraws_own_items_and_nothing_else():
    methods = {name for name, _value in inspect.getmembers(contract.Channel, inspect.isfunction) if name[0] != "_"}
    assert methods == {"publish", "check", "withdraw"}


FORBIDDEN = ("comment", "follower", "profile", "sentiment", "opinion", "viewpoint", "takedown", "block_user", "ranking")


@pytest.mark.parametrize(("name", "path"), ALL, ids=[name for name, _path in ALL])
def test_no_name_in_the_code_offers_what_the_tool_does_not_do(name, path):
    """No function, class or field is about reading people, classifying opinions or ranking staff."""
    defined = [
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    ]
    allowed = {"opinion"} if ".registry" in name else set()  # the leader's opinion on a document (ý kiến)
    found = [one for one in defined for word in FORBIDDEN if word in one.lower() and word not in allowed]
    assert found == []
