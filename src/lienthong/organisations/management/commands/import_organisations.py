"""``lienthong import_organisations FILE [--apply]``: the spreadsheet import; a dry run unless told otherwise."""

import csv
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lienthong.core.refusals import Refused
from lienthong.organisations.acting import OPERATOR, Actor, actor_for
from lienthong.organisations.actions.import_organisations import import_organisations
from lienthong.organisations.models import User


class Command(BaseCommand):
    help = "Nhập tổ chức, chức vụ, nhóm từ bảng tính .xlsx. Không có --apply thì chỉ cho biết điều sẽ xảy ra."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--apply", action="store_true", help="ghi vào cơ sở dữ liệu")
        parser.add_argument("--as", dest="username", default="", help="tên đăng nhập của quản trị đứng tên việc này")

    def handle(self, *args: object, **options: Any) -> None:
        file: Path = options["file"]
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"Không đọc được {file}: {error.strerror}.") from None
        try:
            report = import_organisations(
                self._actor(options["username"]), content, file_name=file.name, apply=options["apply"]
            )
        except Refused as refused:
            raise CommandError(str(refused.sentence)) from None
        for outcome in report.outcomes:
            self.stdout.write(f"{outcome.place}: {outcome.sentence}")
        for problem in report.problems:
            self.stderr.write(f"{problem.cell}: {problem.sentence}")
        if report.problems:
            raise CommandError(f"Có {len(report.problems)} chỗ phải sửa; chưa ghi gì.")
        if not options["apply"]:
            self.stdout.write(f"Sẽ thay đổi {report.changes} dòng. Thêm --apply để ghi.")
            return
        self.stdout.write(f"Đã ghi {report.changes} thay đổi. Mật khẩu dùng một lần, chỉ in ở đây:")
        csv.writer(self.stdout).writerows(report.passwords)

    def _actor(self, username: str) -> Actor:
        if not username:
            return OPERATOR
        user = User.objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"Không có người dùng {username}.")
        return actor_for(user)
