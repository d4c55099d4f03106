"""Opens a site with one lesson: ``python -m benchmarks.site.seed_quiz``; prints its address, or with ``count`` how many
answers are stored, as JSON.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402

from lienthong.learning.models import QuizResult  # noqa: E402
from lienthong.learning.service import approve_lesson, submit_lesson, write_lesson, write_question  # noqa: E402
from lienthong.organisations.models import Body, Position, Role, User  # noqa: E402
from lienthong.organisations.service import Actor  # noqa: E402
from lienthong.portal.models import PageState  # noqa: E402
from lienthong.portal.service import approve_page, open_portal, submit_page  # noqa: E402

QUESTIONS = 5


def _actor(office: Body, role: Role) -> Actor:
    user = User.objects.create(username=f"thu.{role}", full_name="Nguyễn Văn A", password="!")
    return Actor(user, Position.objects.create(user=user, body=office, title=str(role.label), role=role))


def main() -> None:
    if "count" in sys.argv:
        print(json.dumps({"stored": QuizResult.objects.count()}))
        return
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    office = Body.objects.create(name="Ủy ban nhân dân xã Minh Hòa", kind="state", level="commune", is_office=True)
    writer, leader = _actor(office, Role.MEMBER), _actor(office, Role.LEADER)
    portal = open_portal(_actor(office, Role.ADMINISTRATOR), hostname="localhost")
    first = submit_page(writer, PageState.objects.get(page=portal.site.root_page))
    approve_page(leader, first, seen=first.written_id)
    questions = [
        write_question(
            writer, None, topic="An toàn", text=f"Câu hỏi số {n}?", options="* Đúng\nSai\nKhông biết",
            explanation="Vì thế.",
        )
        for n in range(QUESTIONS)
    ]  # fmt: skip
    lesson = write_lesson(
        writer, None, title="Bài thử", lead="Để đo.", minutes=5, body="Một ý.", questions=questions, to_pass=3
    )
    lesson = approve_lesson(leader, submit_lesson(writer, lesson), seen=lesson.edits)
    print(json.dumps({"path": reverse("learning_quiz", args=[lesson.pk]), "questions": QUESTIONS}))


if __name__ == "__main__":
    main()
