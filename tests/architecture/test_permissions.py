"""Every address for every role: ``permissions.tsv`` says what each meets; a new address without a row fails.

A row is the address's name, the method, and the status for someone signed out and for each role. Signed out means the
sign-in page (302); signed in without right means 404; a refused act on a visible thing is 403. An address that takes
only POST is asked with an empty form, so 302, 400 and 422 all mean that the person was let in.

On another database than SQLite a row is asked for one person of each answer: the rule is the same there, and only what
the database is asked could differ.

After a wanted change run with ``LIENTHONG_WRITE_PERMISSIONS=1`` and read every changed line before committing it.
"""

import os
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from lienthong.organisations.tests.factories import sign_in
from tests.architecture.world import ROLES, build_world

TABLE = Path(__file__).with_name("permissions.tsv")
WRITES = bool(os.environ.get("LIENTHONG_WRITE_PERMISSIONS"))
HEAD = ["address", "method", "signed out", *ROLES]
#: Addresses that answer without signing in, each for its reason.
PUBLIC = {
    **dict.fromkeys(
        (
            "activities_all",
            "activities_one",
            "activities_calendar",
            "activities_register",
            "activities_registration",
            "activities_arrive",
        ),
        "residents read of events, register and say that they came without an account",
    ),
    "account_inactive": "tells someone whose account was closed",
    "account_login": "the sign-in page",
    **dict.fromkeys(
        (
            "feedback_home",
            "feedback_tell",
            "feedback_answers",
            "feedback_answer",
            "feedback_figures",
            "feedback_data",
            "feedback_complaints",
            "feedback_follow",
        ),
        "residents write and read without an account",
    ),
    **dict.fromkeys(
        ("corrections_all", "corrections_one", "corrections_frozen", "corrections_feed", "corrections_ask"),
        "residents read corrections and ask whether something is so",
    ),
    "corrections_asked": "the code of a question is the key, and shows none of its words",
    "feedback_ask_data": "the code of a case is the key; the desk makes sure of who asks",
    "feedback_code": "the code of a case is the key, and shows none of its words",
    "feedback_rate": "a link that works once",
    "channel_file": "a file of a message that is out",
    "channel_jpeg": "a picture of a message that is out",
    "feeds_feed": "what the office published, for programs that read feeds",
    "noticeboard_poster": "a poster of a message that is out",
    "noticeboard_screen": "the page of the public screens",
    "inbox:feed": "a calendar program cannot sign in; the address is the key",
    "loudspeaker_sound": "a loudspeaker cannot sign in; the hash of the sound is the key",
    "learning_all": "lessons that are public",
    "learning_certificate": "a certificate for who answered well",
    "learning_check": "whether a certificate is right",
    "learning_lesson": "a lesson that is public",
    "learning_quiz": "questions that anybody may answer",
    "mail_confirm": "whoever has the mail that asks has the key",
    "mail_subscribe": "anyone may ask for the newsletter",
    "mail_unsubscribe": "whoever has a letter may end it, as may a mail program (RFC 8058)",
    "portal_contact": "how to reach the office",
    "portal_accent": "the colour of an office",
    "portal_document": "a document that was made public",
    "portal_document_file": "a document that was made public",
    "portal_documents": "documents that were made public",
    "portal_event": "a public event, for calendars",
    "portal_picture": "a picture of a public page",
    "portal_picture_sized": "a picture of a public page",
    "portal_recording": "a public page read aloud",
    "portal_released_file": "a sound or film of a public page",
    "portal_robots": "for search engines",
    "portal_search": "what is public",
    "portal_sitemap": "for search engines",
    "procedures_all": "procedures that are public",
    "procedures_form": "a form of a procedure that is public",
    "procedures_guide": "a guide that is public",
    "procedures_history": "what was public of a procedure before",
    "procedures_one": "a procedure that is public",
    "procedures_papers": "which papers a resident needs",
    "procedures_sheet": "the sheet of a procedure that is public",
    "wagtail_serve": "public pages",
    "workspace:accent": "a colour",
}


def addresses(resolver=None, namespace="") -> list[tuple[str, URLPattern]]:
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            found.append((f"{namespace}{entry.name}", entry))
        else:
            found += addresses(entry, f"{entry.namespace}:" if entry.namespace else namespace)
    return found


ADDRESSES = sorted({name for name, _pattern in addresses()})
#: One of everything is made anew for each part, which costs as much as asking for ten addresses; as many parts as
#: ``script/test`` has processes for them.
PARTS = 2


def table() -> dict[str, list[str]]:
    rows = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()] if TABLE.exists() else [HEAD]
    assert rows[0] == HEAD
    return {row[0]: row[1:] for row in rows[1:]}


def ask(client: Client, method: str, url: str) -> int:
    """The status of one request, whatever it changed taken back."""
    with transaction.atomic():
        status = getattr(client, method.lower())(url).status_code
        transaction.set_rollback(True)
    return status


def client_of(session: str) -> Client:
    """A browser that nothing was done with yet."""
    client = Client()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return client


def row_of(url: str, sessions: list[str], expected: list[str]) -> list[str]:
    """The row as it is; who is not asked is believed to meet what is ``expected``."""
    best = HEAD.index("coordinator") - 2
    method, answers = "GET", {best: ask(client_of(sessions[best]), "GET", url)}
    if answers[best] == 405:
        method, answers = "POST", {}
    for who in people_of(expected):
        if who not in answers:
            answers[who] = ask(client_of(sessions[who]), method, url)
    return [method, *(str(answers[who]) if who in answers else expected[1 + who] for who in range(len(sessions)))]


def people_of(expected: list[str]) -> list[int]:
    """Who is asked: everybody, or on the second database one for each answer."""
    if connection.vendor == "sqlite" or not expected or WRITES:
        return list(range(len(HEAD) - 2))
    return [expected.index(status) - 1 for status in sorted(set(expected[1:]))]


@pytest.mark.django_db
@pytest.mark.parametrize("part", range(PARTS))
def test_every_address_for_every_role(part):
    world = build_world()
    sessions = ["", *(sign_in(Client(), world.actor(role)).session.session_key for role in ROLES)]
    expected = table()
    rows = {name: row_of(world.address(name), sessions, expected.get(name, [])) for name in ADDRESSES[part::PARTS]}
    if WRITES:
        everything = {name: row for name, row in table().items() if name in ADDRESSES} | rows
        lines = [HEAD, *([name, *row] for name, row in sorted(everything.items()))]
        TABLE.write_text("".join("\t".join(line) + "\n" for line in lines), "utf-8")
        expected = everything
    wrong = [
        f"{name}: {row} instead of {expected.get(name)}" for name, row in rows.items() if row != expected.get(name)
    ]
    assert wrong == []


def test_the_table_has_no_rows_of_addresses_that_are_gone():
    assert sorted(set(table()) - set(ADDRESSES)) == []


def test_signed_out_is_sent_to_the_sign_in_page():
    open_ones = {name for name, row in table().items() if row[1] != "302"}
    assert open_ones == set(PUBLIC)


def test_nobody_meets_an_error():
    assert [name for name, row in table().items() if any(status.startswith("5") for status in row[1:])] == []
