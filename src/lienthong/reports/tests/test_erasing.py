"""What a resident told is erased; what was reported about it stays true and can be shown to be unchanged."""

from datetime import date

import pytest
from django.core import serializers
from django.urls import reverse
from django.utils import timezone

from lienthong.feedback.service import FeedbackCase
from lienthong.feedback.tests.factories import make_answered, told
from lienthong.organisations.tests.factories import cast, sign_in
from lienthong.reports.export import docx_of
from lienthong.reports.gathering import counts_of, intact
from lienthong.reports.models import Report, ReportFigure
from lienthong.reports.service import freeze_report, make_report

pytestmark = pytest.mark.django_db
PLANTED = "chim-sẻ-lửa-77"


def test_a_frozen_report_holds_no_word_of_a_resident_and_verifies_after_erasing(client):
    people, today = cast(), timezone.localdate()
    case = make_answered(people, told(f"Nhà {PLANTED} bị ngập", f"cạnh nhà {PLANTED}", contact=True)).case
    report = make_report(
        people.coordinator, title="Báo cáo năm", starts_on=date(today.year, 1, 1), ends_on=date(today.year, 12, 31)
    )
    report = freeze_report(people.coordinator, report)
    held = serializers.serialize("json", [*Report.objects.all(), *ReportFigure.objects.all()], ensure_ascii=False)
    assert f"feedback.feedbackcase:{case.pk}" in held
    assert PLANTED not in held
    kept, written = report.hash, docx_of(report)

    sign_in(client, people.clerk)
    client.post(reverse("feedback:step", args=[case.pk, "xoa-du-lieu"]))
    page = client.get(reverse("feedback:case", args=[case.pk])).text
    assert PLANTED not in page
    assert "(đã xóa theo quy định)" in page

    report = Report.objects.get(pk=report.pk)
    assert intact(report)
    assert (report.hash, FeedbackCase.objects.count()) == (kept, 1)
    counts = {count.figure.code: count for count in counts_of(report)}
    assert (counts["feedback"].words, counts["feedback"].now_words) == ("1", "1")
    sign_in(client, people.coordinator)
    opened = client.get(reverse("reports:figure", args=[report.pk, "feedback"])).text
    assert case.code in opened
    assert PLANTED not in opened
    assert docx_of(report) == written
