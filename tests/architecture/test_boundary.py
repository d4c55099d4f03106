"""The promise to the public, in code: who may open a connection, and what a channel can do."""

import ast
import inspect

import pytest

from lienthong.channels.core import contract
from lienthong.channels.core.registry import all_channels
from lienthong.settings.channels import channel_packages
from tests.architecture.source import SOURCE, imports, modules, tree

NETWORK = (
    "socket", "ssl", "http.client", "urllib.request", "urllib3", "httpx", "requests", "aiohttp", "smtplib", "ftplib",
    "imaplib", "poplib", "telnetlib", "websockets", "paho", "asyncio.open_connection",
)  # fmt: skip
#: Modules that may open outside connections, or that hold the gate before them.
MAY = ("lienthong.core.fetching", "lienthong.channels.core.endpoints")
#: Mail leaves through Django's configured backend: reminders, and letters built for a channel's client to send.
MAILS = ("lienthong.inbox.reminders", "lienthong.channels.contrib.mail.letters")
ALL = list(modules())


def importing(wanted):
    """Names of the modules that import something ``wanted`` says yes to, with what it is."""
    found = {name: [one for one in imports(path) if wanted(one)] for name, path in ALL}
    return {name: imported for name, imported in found.items() if imported}


def may_connect(name: str) -> bool:
    parts = name.split(".")
    return name in MAY or (parts[1:3] == ["channels", "contrib"] and parts[-1] == "client")


def test_only_clients_and_the_fetcher_open_connections():
    opening = importing(lambda one: any(one == net or one.startswith(net + ".") for net in NETWORK))
    assert {name: found for name, found in opening.items() if not may_connect(name)} == {}
    mailing = importing(lambda one: one.startswith("django.core.mail"))
    assert {name: found for name, found in mailing.items() if name not in MAILS and not may_connect(name)} == {}


def test_every_client_lists_its_endpoints_with_a_purpose():
    for path in SOURCE.glob("channels/contrib/*/client.py"):
        names = {
            target.id
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.Assign | ast.AnnAssign)
            for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            if isinstance(target, ast.Name)
        }
        assert "ENDPOINTS" in names, path


def test_the_contract_publishes_checks_and_withdraws_own_items_and_nothing_else():
    methods = {name for name, _value in inspect.getmembers(contract.Channel, inspect.isfunction) if name[0] != "_"}
    assert methods == CONTRACT


#: Publish, look after and withdraw an own item, find it again by our own reference; and draw it, which asks nobody.
CONTRACT = {"publish", "check", "withdraw", "find", "preview"}


@pytest.mark.parametrize("channel", all_channels(), ids=lambda channel: channel.code)
def test_no_channel_offers_more_than_the_contract(channel):
    offered = {name for name, _value in inspect.getmembers(channel, callable) if name[0] != "_"}
    assert offered - {"options_form"} == CONTRACT


@pytest.mark.parametrize("package", channel_packages("*.py"))
def test_nothing_else_names_a_channel(package):
    """Its folder can be taken away: settings, addresses and rooms find channels, none of them knows one by name."""
    own = SOURCE / "channels" / "contrib" / package.rsplit(".", 1)[1]
    others = [path for path in SOURCE.rglob("*") if path.suffix in (".py", ".html") and own not in path.parents]
    assert [str(path) for path in others if package in path.read_text("utf-8")] == []


def test_word_from_a_channel_goes_up_in_one_place():
    """``on_receipt`` is the one call upward; it is filled at start-up by the room that has the products, and by the one
    that tells the public what was wrong with one of them."""
    assert set(importing(lambda one: one.endswith(".on_receipt"))) <= {
        "lienthong.channels.core.service", "lienthong.newsroom.apps", "lienthong.newsroom.receipts",
        "lienthong.corrections.receipts",
    }  # fmt: skip


def test_word_of_an_issued_draft_goes_up_in_one_place():
    """``on_issue`` is filled at start-up by the room that corrects issued documents, and by no other."""
    assert set(importing(lambda one: one.endswith(".on_issue"))) <= {
        "lienthong.drafting.service",
        "lienthong.corrections.issuing",
    }


FORBIDDEN = ("comment", "follower", "profile", "sentiment", "opinion", "viewpoint", "takedown", "block_user", "ranking")


def test_no_name_in_the_code_offers_what_the_tool_does_not_do():
    """No function, class or field is about reading people, classifying opinions or ranking staff."""
    wrong = {}
    for name, path in ALL:
        defined = [node.name for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.ClassDef)]
        allowed = {"opinion"} if ".registry" in name else set()  # the leader's opinion on a document (ý kiến)
        found = [one for one in defined for word in FORBIDDEN if word in one.lower() and word not in allowed]
        if found:
            wrong[name] = found
    assert wrong == {}
