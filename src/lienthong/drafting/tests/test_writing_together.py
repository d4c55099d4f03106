"""Words typed into a part that somebody else drops meanwhile, tasks that go to another section, where one approves."""

import pytest
from django.test import Client
from django.urls import reverse

from lienthong.audit.service import history_of
from lienthong.core.refusals import Refused
from lienthong.drafting.actions.add_task import add_task
from lienthong.drafting.actions.begin_draft import begin_draft
from lienthong.drafting.actions.remove_section import remove_section
from lienthong.drafting.actions.submit_draft import submit_draft
from lienthong.drafting.actions.write_task import write_task
from lienthong.drafting.models import DraftTask
from lienthong.drafting.tests.factories import TASK, make_draft
from lienthong.organisations.tests.factories import Cast, cast, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> Cast:
    return cast()


class TestWritingTogether:
    def test_words_typed_into_a_part_that_was_dropped_are_saved_as_a_new_one(
        self, people: Cast, client: Client
    ) -> None:
        draft = make_draft(people)
        section = draft.sections.first()
        assert section is not None
        sign_in(client, people.coordinator)
        url = reverse("drafting:section", args=[section.pk])
        assert f'name="du-thao" value="{draft.pk}"' in client.get(url).content.decode()
        remove_section(people.leader, section)
        typed = {"title": "Mục đích", "level": 1, "text": "Lời viết dở", "seen": section.version, "du-thao": draft.pk}
        page = client.post(url, typed).content.decode()
        again = reverse("drafting:new_section", args=[draft.pk])
        assert "Lời viết dở" in page
        assert "vừa bỏ" in page
        assert f'action="{again}"' in page
        client.post(again, typed)
        assert draft.sections.filter(text="Lời viết dở").count() == 1

    @pytest.mark.parametrize("what", ["task", "new_task"])
    def test_words_of_a_task_whose_section_was_dropped_go_to_another(
        self, people: Cast, client: Client, what: str
    ) -> None:
        draft = make_draft(people)
        task = DraftTask.objects.get(section__draft=draft)
        url = reverse(f"drafting:{what}", args=[task.pk if what == "task" else task.section_id])
        remove_section(people.leader, task.section)
        sign_in(client, people.coordinator)
        typed = TASK | {"seen": 0, "section": task.section_id, "du-thao": draft.pk}
        page = client.post(url, typed).content.decode()
        last = draft.sections.last()
        assert last is not None
        again = reverse("drafting:new_task", args=[last.pk])
        assert TASK["text"] in page
        assert f'action="{again}"' in page
        assert "không còn trong dự thảo" in page
        client.post(again, typed | {"section": last.pk})
        assert last.tasks.get().lead == TASK["lead"]

    def test_words_of_a_task_become_text_where_no_section_is_left(self, people: Cast, client: Client) -> None:
        draft = make_draft(people)
        task = DraftTask.objects.get(section__draft=draft)
        draft.sections.all().delete()
        sign_in(client, people.coordinator)
        typed = TASK | {"seen": 0, "du-thao": draft.pk}
        page = client.post(reverse("drafting:task", args=[task.pk]), typed).content.decode()
        assert f"- {TASK['text']}" in page
        assert f"Chủ trì: {TASK['lead']}" in page

    def test_words_for_a_draft_that_one_may_not_see_are_not_taken(self, people: Cast, client: Client) -> None:
        draft = make_draft(people)
        section = draft.sections.first()
        assert section is not None
        url = reverse("drafting:section", args=[section.pk])
        section.delete()
        sign_in(client, cast().coordinator)
        answer = client.post(url, {"title": "A", "level": 1, "text": "B", "seen": 1, "du-thao": draft.pk})
        assert answer.status_code == 404

    def test_a_task_goes_to_another_section_behind_what_stands_there(self, people: Cast, client: Client) -> None:
        draft = make_draft(people)
        task = DraftTask.objects.get(section__draft=draft)
        there = draft.sections.first()
        assert there is not None
        first = add_task(people.coordinator, there, values=TASK | {"text": "Việc đứng trước"})
        sign_in(client, people.coordinator)
        url = reverse("drafting:task", args=[task.pk])
        typed = TASK | {"seen": task.version, "section": there.pk}
        assert client.post(url, typed).url.endswith(f"#phan-{there.pk}")
        assert list(there.tasks.all()) == [first, task]
        assert "chuyển nhiệm vụ" in history_of(draft).last().sentence

    def test_a_task_does_not_go_to_a_section_of_another_draft(self, people: Cast) -> None:
        task = DraftTask.objects.get(section__draft=make_draft(people))
        other = begin_draft(people.coordinator, type="kế hoạch", subject="Việc khác").sections.first()
        with pytest.raises(Refused, match="không thuộc"):
            write_task(people.coordinator, task, values=TASK, seen=task.version, section=other)

    def test_approving_stands_behind_the_text(self, people: Cast, client: Client) -> None:
        draft = submit_draft(people.coordinator, make_draft(people))
        sign_in(client, people.leader)
        page = client.get(reverse("drafting:draft", args=[draft.pk])).content.decode()
        approve = reverse("drafting:step", args=[draft.pk, "duyet"])
        assert page.count(approve) == 1
        assert page.index(TASK["text"]) < page.index(approve)
