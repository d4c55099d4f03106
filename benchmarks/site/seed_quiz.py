"""Opens a site with one lesson: ``python -m benchmarks.site.seed_quiz``; prints its address, or with ``count`` how many
answers are stored, as JSON.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.urls import reverse  # noqa: E402

from benchmarks.site.portal import opened  # noqa: E402
from lienthong.learning.models import QuizResult  # noqa: E402
from lienthong.learning.service import approve_lesson, submit_lesson, write_lesson, write_question  # noqa: E402

QUESTIONS = 5


def main() -> None:
    if "count" in sys.argv:
        print(json.dumps({"stored": QuizResult.objects.count()}))
        return
    _office, writer, leader = opened()
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
