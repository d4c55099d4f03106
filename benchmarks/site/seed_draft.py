"""Fills an empty database with one draft: ``python -m benchmarks.site.seed_draft``; prints addresses as JSON."""

from __future__ import annotations

import json

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.urls import reverse  # noqa: E402

from benchmarks.site.seed import offices, people, session_of  # noqa: E402
from lienthong.drafting.models import Draft, DraftSection, DraftTask  # noqa: E402
from lienthong.organisations.models import Position, Role  # noqa: E402

TASKS = 60


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    communes = offices(1)
    people(communes)
    office, unit, *_rest = communes[0]
    writer = Position.objects.get(body=unit, role=Role.COORDINATOR)
    draft = Draft.objects.create(
        office=office, type="kế hoạch", subject="Truyền thông chuyển đổi số năm 2026", symbol="KH-UBND",
        recipients="Lưu: VT.", created_by=writer, last_editor=writer,
    )  # fmt: skip
    for order in range(1, 7):
        section = DraftSection.objects.create(
            draft=draft, order=order, title=f"NHÓM NHIỆM VỤ {order}", text="Các đơn vị thực hiện theo bảng dưới đây"
        )
        DraftTask.objects.bulk_create(
            DraftTask(
                section=section, order=number, text=f"Phát bản tin số {order}.{number} trên loa truyền thanh",
                lead="Phòng số 1", support="Phòng số 2", when="Năm 2026", frequency="Mỗi tháng 01 bài",
            )
            for number in range(1, TASKS // 6 + 1)
        )  # fmt: skip
    task = DraftTask.objects.filter(section__draft=draft).latest("pk")
    made = {
        "session": session_of(writer.user),
        "draft": reverse("drafting:draft", args=[draft.pk]),
        "check": reverse("drafting:check", args=[draft.pk]),
        "task": reverse("drafting:task", args=[task.pk]),
        "word": reverse("drafting:file", args=[draft.pk, "docx"]),
        "pdf": reverse("drafting:file", args=[draft.pk, "pdf"]),
    }
    print(json.dumps(made))


if __name__ == "__main__":
    main()
