"""No page, file or figure puts a person's classes together, but his own page for himself."""

import ast
import io
from datetime import timedelta
from pathlib import Path

import pytest
import vanban
from django.urls import URLPattern, reverse
from django.utils import timezone
from openpyxl import load_workbook

from lienthong.organisations.tests.factories import cast, make_actor, sign_in
from lienthong.training import people as people_module
from lienthong.training.models import Nominee
from lienthong.training.tests.factories import invitation_of, make_closed_class, make_named_class
from lienthong.training.urls import urlpatterns

pytestmark = pytest.mark.django_db
NAME = "Nguyễn Văn Độc Nhất"
ROOM = Path(people_module.__file__).parent


def in_two_classes():
    """One unit head with a name of his own, at two classes at different times."""
    people = cast()
    user = people.other_head.user
    user.full_name = NAME
    user.save()
    first = make_closed_class(people, title="Lớp ký số")
    second = make_named_class(people, title="Lớp thanh toán")
    assert Nominee.objects.filter(name=NAME).count() == 2
    return people, first, second


def text_of(answer) -> str:
    content = b"".join(answer) if answer.streaming else answer.content
    if content.startswith(b"%PDF"):
        return vanban.read(content).text
    if content.startswith(b"PK"):
        rows = load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)
        return " ".join(str(cell) for row in rows for cell in row)
    return content.decode("utf-8", "replace")


def addresses(first, second, unit):
    """Every page and file of the room about either class; a new address is asked for here by itself."""
    for training in (first, second):
        things = {
            "session": training.sessions.first().pk, "sheet": training.sessions.first().pk,
            "nominate": invitation_of(training, unit).pk, "urge": invitation_of(training, unit).pk,
            "nominee_step": training.nominees.get(name=NAME).pk,
        }  # fmt: skip
        for pattern in urlpatterns:
            assert isinstance(pattern, URLPattern)
            given = {"pk": things.get(str(pattern.name), training.pk), "act": "x", "number": 1}
            wanted = {name: given[name] for name in pattern.pattern.converters}
            yield str(pattern.name), reverse(f"training:{pattern.name}", kwargs=wanted)


def test_no_page_or_file_of_the_room_shows_one_person_beside_two_classes(client):
    people, first, second = in_two_classes()
    seen = 0
    for actor in (people.leader, people.coordinator, people.clerk, people.member, people.hamlet_head):
        sign_in(client, actor)
        for name, url in addresses(first, second, people.economy):
            answer = client.get(url)
            if answer.status_code != 200:
                continue
            text = text_of(answer)
            if NAME in text:
                seen += 1
                assert not (first.title in text and second.title in text), f"{name}: {url}"
    assert seen > 8
    own = text_of(sign_in(client, people.other_head).get(reverse("training:mine")))
    assert first.title in own
    assert second.title in own


def test_the_list_of_classes_and_the_figures_name_nobody(client):
    people, _first, _second = in_two_classes()
    sign_in(client, people.leader)
    shown = client.get(reverse("training:classes"))
    assert NAME not in shown.content.decode()
    # No address takes a person: nobody can ask for the classes of somebody.
    taken = {name for pattern in urlpatterns for name in pattern.pattern.converters}
    assert taken == {"pk", "act", "number"}


def test_nobody_reads_the_own_page_of_another(client):
    people, first, _second = in_two_classes()
    for actor in (people.leader, people.administrator, make_actor(people.economy, "Chuyên viên", "member")):
        own = text_of(sign_in(client, actor).get(reverse("training:mine")))
        assert first.title not in own


def test_no_query_of_the_room_groups_by_a_person():
    """``values`` or ``annotate`` over people would be the beginning of a count by person."""
    wrong = []
    for path in ROOM.rglob("*.py"):
        if "tests" in path.parts or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(getattr(node, "func", None), "attr", "")
            if isinstance(node, ast.Call) and name in ("annotate", "aggregate"):
                wrong.append(f"{path.name}: {name}")
    assert wrong == []


def test_what_is_counted_by_unit_has_no_person_in_it():
    day = timezone.localdate()
    people = cast()
    training = make_closed_class(people)
    fields = {field.name for field in training.invitations.model._meta.get_fields()}
    assert {"attended", "passed"} <= fields
    rows = training.invitations.model.objects.closed_between(day - timedelta(days=5), day)
    names = set(training.nominees.values_list("name", flat=True))
    assert not [name for name in names for row in rows if name in str(row)]
