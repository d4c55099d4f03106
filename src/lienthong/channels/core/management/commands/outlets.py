"""``lienthong outlets``: list them, try one with its real service, seal their secrets under the newest key."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from lienthong.channels.core.actions.record_trial import record_trial
from lienthong.channels.core.contract import Message
from lienthong.channels.core.models import Outlet, new_reference
from lienthong.channels.core.sealing import Unreadable, resealed
from lienthong.channels.core.trying import tried
from lienthong.organisations.service import Position, Role, positions_with


class Command(BaseCommand):
    help = "Điểm phát hành: liệt kê, thử với dịch vụ thật, mã hóa lại khóa truy cập."

    def add_arguments(self, parser: ArgumentParser) -> None:
        steps = parser.add_subparsers(dest="step", required=True)
        steps.add_parser("list", help="mã và tên của từng điểm phát hành")
        steps.add_parser("reseal", help="mã hóa lại mọi khóa truy cập bằng khóa đầu của LIENTHONG_CHANNEL_KEYS")
        trial = steps.add_parser("trial", help="gửi thật một tin đã có người duyệt, rồi ghi dịch vụ trả lời gì")
        trial.add_argument("outlet", type=int, help="mã điểm phát hành")
        trial.add_argument("text", type=Path, help="tệp chữ của tin: dòng đầu là tiêu đề")
        trial.add_argument("--by", required=True, help="tên đăng nhập của người thử")
        trial.add_argument("--approved-by", required=True, help="tên đăng nhập của người đã duyệt đúng tin này")
        trial.add_argument("--withdraw", action="store_true", help="rút tin ngay sau khi thử")

    def handle(self, *args: object, **options: Any) -> None:
        {"list": self._list, "reseal": self._reseal, "trial": self._trial}[options["step"]](options)

    def _list(self, options: dict[str, Any]) -> None:
        for outlet in Outlet.objects.open().select_related("office"):
            self.stdout.write(f"{outlet.pk}\t{outlet.channel}\t{outlet.name}\t{outlet.office.label}")

    @transaction.atomic
    def _reseal(self, options: dict[str, Any]) -> None:
        for outlet in Outlet.objects.exclude(sealed="").select_for_update():
            try:
                outlet.sealed = resealed(outlet.sealed)
            except Unreadable:
                raise CommandError(f"Không khóa nào mở được điểm phát hành {outlet.pk}.") from None
            outlet.save(update_fields=["sealed"])

    def _trial(self, options: dict[str, Any]) -> None:
        outlet = Outlet.objects.open().filter(pk=options["outlet"]).select_related("office").first()
        if outlet is None:
            raise CommandError("Không có điểm phát hành này.")
        by, approver = _person(outlet, options["by"]), _person(outlet, options["approved_by"])
        if approver.role not in (Role.LEADER, Role.UNIT_HEAD, Role.COORDINATOR) or approver.user == by.user:
            raise CommandError("Người duyệt phải là lãnh đạo, trưởng đơn vị hoặc cán bộ tổng hợp, và khác người thử.")
        works, answer = tried(outlet, _message(options["text"], approver), withdraw=options["withdraw"])
        record_trial(outlet, by=str(by), approved_by=str(approver), works=works, answer=answer)
        self.stdout.write(f"{'Được' if works else 'Chưa được'}: {answer}")


def _person(outlet: Outlet, username: str) -> Position:
    position = positions_with(outlet.office).filter(user__username=username).first()
    if position is None:
        raise CommandError(f"“{username}” không giữ chức vụ nào ở cơ quan có điểm phát hành này.")
    return position


def _message(path: Path, approver: Position) -> Message:
    try:
        title, _line, text = path.read_text("utf-8").strip().partition("\n")
    except (OSError, UnicodeDecodeError):
        raise CommandError(f"Không đọc được tệp {path}.") from None
    if not title or not text.strip():
        raise CommandError("Tệp phải có dòng tiêu đề và nội dung.")
    return Message(title=title, text=text.strip(), approval=f"tin thử, {approver}", reference=new_reference())
