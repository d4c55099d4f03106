"""Figures of what an office does among people: events, visits, classes, lessons. Each adds numbers and knows nobody.

They are shown only where there is something to count: an office that teaches nothing has not promised to.
"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from lienthong.activities.service import HelpCount, OfficeEvent, TeamVisit
from lienthong.learning.service import GroupResult, QuizResult
from lienthong.organisations.service import Body
from lienthong.reports.figure import Figure
from lienthong.training.service import Invitation, TrainingClass


def _events(office: Body, start: date, end: date) -> QuerySet[Any]:
    return OfficeEvent.objects.filter(office=office).held_between(start, end)


def _visits(office: Body, start: date, end: date) -> QuerySet[Any]:
    return TeamVisit.objects.filter(office=office).between(start, end)


def _helped(office: Body, start: date, end: date) -> QuerySet[Any]:
    return HelpCount.objects.filter(visit__office=office).between(start, end)


def _classes(office: Body, start: date, end: date) -> QuerySet[Any]:
    return TrainingClass.objects.filter(office=office).closed_between(start, end)


def _units_at_classes(office: Body, start: date, end: date) -> QuerySet[Any]:
    return Invitation.objects.filter(training__office=office).closed_between(start, end)


def _answers(office: Body, start: date, end: date) -> QuerySet[Any]:
    return QuizResult.objects.filter(lesson__office=office, day__range=(start, end))


def _lessons_held(office: Body, start: date, end: date) -> QuerySet[Any]:
    return GroupResult.objects.filter(lesson__office=office, held_on__range=(start, end))


ACTIVITIES: tuple[Figure, ...] = (
    Figure(
        "events",
        _("Sự kiện đã tổ chức"),
        _("Sự kiện của cơ quan kết thúc trong kỳ, có biên bản và ảnh."),
        _events,
    ),
    Figure(
        "events.people",
        _("Lượt người dự sự kiện"),
        _("Cộng số người dự các sự kiện đó: số đếm tay, nơi không đếm tay thì số máy đã quét mã ở cửa."),
        _events,
        adds="attended",
    ),
    Figure(
        "visits",
        _("Lượt tổ công nghệ số đi thôn"),
        _("Lượt đi của tổ công nghệ số cộng đồng có ngày trong kỳ; một tổ ở một thôn một ngày tính một lượt."),
        _visits,
    ),
    Figure(
        "visits.helped",
        _("Lượt người được giúp"),
        _("Cộng số người được giúp ở từng việc trong các lượt đi đó; một người được giúp hai việc tính hai lượt."),
        _helped,
        adds="people",
    ),
    Figure(
        "classes",
        _("Lớp đào tạo, bồi dưỡng, tập huấn cán bộ"),
        _("Lớp kết thúc, có biên bản và ảnh, có buổi cuối trong kỳ."),
        _classes,
    ),
    Figure(
        "classes.people",
        _("Lượt cán bộ dự lớp"),
        _("Cộng số người có mặt ít nhất một buổi ở các lớp đó, theo đơn vị; một người dự hai lớp tính hai lượt."),
        _units_at_classes,
        adds="attended",
    ),
    Figure(
        "classes.passed",
        _("Lượt cán bộ hoàn thành lớp"),
        _("Cộng số người hoàn thành các lớp đó, theo đơn vị."),
        _units_at_classes,
        out_of="classes.people",
        adds="passed",
    ),
    Figure(
        "lessons.online",
        _("Lượt làm bài học trực tuyến"),
        _("Lượt trả lời câu hỏi của bài học trong kỳ; hệ thống không biết ai đã làm."),
        _answers,
    ),
    Figure(
        "lessons.online_passed",
        _("Lượt làm bài đạt"),
        _("Lượt trả lời trong kỳ đạt số câu đúng mà bài học đòi hỏi."),
        _answers,
        lambda start, end: Q(passed=True),
        out_of="lessons.online",
    ),
    Figure(
        "lessons.meetings",
        _("Buổi học Bình dân học vụ số"),
        _("Buổi học được ghi kết quả, có ngày học trong kỳ."),
        _lessons_held,
    ),
    Figure(
        "lessons.people",
        _("Lượt người dự buổi học"),
        _("Cộng số người dự các buổi học đó."),
        _lessons_held,
        adds="people",
    ),
    Figure(
        "lessons.passed",
        _("Lượt người đạt ở buổi học"),
        _("Cộng số người đạt ở các buổi học đó."),
        _lessons_held,
        out_of="lessons.people",
        adds="passed",
    ),
)
