"""The words of a question that was settled are gone from every table and log, and its code stays."""

import pytest
from django.utils import timezone

from lienthong.core.tests.walking import tables_with
from lienthong.corrections.actions.close_question import close_question
from lienthong.corrections.jobs import KEPT, forget_words
from lienthong.corrections.models import ClaimQuestion
from lienthong.corrections.tests.factories import make_question
from lienthong.organisations.tests.factories import cast

pytestmark = pytest.mark.django_db


def test_words_are_in_no_table_after_their_time(caplog):
    people = cast()
    question = make_question(people, text="Nghe nói chim-sẻ-lửa-77 phải nộp phí.")
    assert {name.split(".")[0] for name in tables_with("chim-sẻ-lửa-77")} == {"corrections_claimquestion"}
    close_question(people.clerk, question, why="empty")
    old = timezone.now() - 2 * KEPT
    ClaimQuestion.objects.update(asked_at=old, settled_at=old)
    assert forget_words() == 1
    assert tables_with("chim-sẻ-lửa-77") == tables_with("chim se lua 77") == []
    assert "lua-77" not in caplog.text
    assert ClaimQuestion.objects.get().code == question.code
