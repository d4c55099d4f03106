"""``docs/reference/public-addresses.yaml`` says what the public may ask for, and nothing else is answered."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
import yaml
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, transaction
from django.http import HttpResponseBase
from django.urls import get_resolver, resolve
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from lienthong.portal.models import Portal
from tests.architecture.test_permissions import PUBLIC, table
from tests.architecture.world import build_world

FILE = Path(__file__).parents[2] / "docs" / "reference" / "public-addresses.yaml"
DESCRIBED = yaml.safe_load(FILE.read_text("utf-8"))
#: Open to everyone, but of the staff's side; and the pages of an office, which have the addresses it gives them.
ELSEWHERE = {"account_inactive", "account_login", "workspace:accent", "wagtail_serve"}
#: Public, and signed out it sends on to the page that was asked for, so the table cannot tell.
AND = {"portal_language"}
EXAMPLES = 200 if os.environ.get("LIENTHONG_FULL") else 12
METHODS = {"get", "post"}
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


def name_of(operation: dict[str, Any]) -> str:
    return operation["operationId"].removesuffix(".post")


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    """(path, method, what is said of it)."""
    paths = DESCRIBED["paths"].items()
    return [(path, method, entry[method]) for path, entry in paths for method in METHODS & set(entry)]


class Handler(WSGIHandler):
    """Forms come without the key that a page of ours hands out, or no step behind it would ever be tried."""

    def get_response(self, request: WSGIRequest) -> HttpResponseBase:
        request._dont_enforce_csrf_checks = True
        return super().get_response(request)


def test_every_public_address_is_described():
    described = {name_of(operation) for _path, _method, operation in operations()}
    assert described == set(PUBLIC) - ELSEWHERE | AND


def test_each_is_where_it_is_said_to_be():
    samples = {"integer": "7", "string": "MH-AB12CD"}
    for path, _method, operation in operations():
        given = DESCRIBED["paths"][path].get("parameters", [])
        place = path
        for each in given:
            place = place.replace(f"{{{each['name']}}}", samples[each["schema"]["type"]])
        assert resolve(place).view_name == name_of(operation), path


def test_those_that_only_take_a_form_are_described_so():
    only = {name for name, row in table().items() if row[0] == "POST" and name in PUBLIC}
    assert only == {name_of(op) for path, _m, op in operations() if "get" not in DESCRIBED["paths"][path]}


def with_examples(world: Any) -> dict[str, Any]:
    """What is described, with the address of something that is there as an example, so that not all answers are 404."""
    resolver = get_resolver()
    described = yaml.safe_load(FILE.read_text("utf-8"))
    for entry in described["paths"].values():
        name = name_of(entry.get("get") or entry["post"])
        if not entry.get("parameters") or name not in set(PUBLIC):
            continue
        found = resolver.resolve(world.address(name)).kwargs
        for parameter in entry["parameters"]:
            parameter["example"] = found[parameter["name"]]
    return described


@pytest.fixture
def one_connection() -> Iterator[None]:
    """A server gives its connection back after a request; the world lies in a transaction of this one."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.django_db
@pytest.mark.usefixtures("one_connection")
def test_nothing_but_what_is_described_is_answered():
    world = build_world()
    schema = schemathesis.openapi.from_dict(with_examples(world))
    schema.app = Handler()
    host = Portal.objects.get(office=world.people.office).site.hostname
    schema.config.update(base_url=f"http://{host}")
    asked = [found.ok() for found in schema.get_all_operations()]
    assert len(asked) == len(operations())
    wrong = [f"{operation.label}: {fault}" for operation in asked if (fault := fault_of(operation))]
    assert wrong == []


def fault_of(operation: Any) -> str:
    """What one request out of many met that is not described; "" for none."""

    @given(case=operation.as_strategy())
    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    def run(case: Case) -> None:
        with transaction.atomic():
            answer = case.call()
            transaction.set_rollback(True)
        case.validate_response(answer, checks=CHECKS)

    try:
        run()
    except (Exception, FailureGroup) as error:
        return str(error)
    return ""
