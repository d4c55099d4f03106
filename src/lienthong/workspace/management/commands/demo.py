"""``lienthong demo [--check] [FILE …]``: a made-up commune with its documents and a year of work, ready to click."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from lienthong.core.refusals import Refused
from lienthong.registry.service import OfficialDocument
from lienthong.settings import env
from lienthong.workspace.demo import serving
from lienthong.workspace.demo.guide import guide
from lienthong.workspace.demo.papers import register_all
from lienthong.workspace.demo.people import PASSWORD, office, people
from lienthong.workspace.demo.reading import show
from lienthong.workspace.demo.story import tell

SAMPLES = Path(__file__).resolve().parents[5] / "samples"


class Command(BaseCommand):
    help = "Dựng xã mẫu, đọc văn bản mẫu hoặc tệp của bạn, rồi mở trang để dùng thử."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="TỆP", help="văn bản của bạn, thay cho văn bản mẫu")
        parser.add_argument("--check", action="store_true", help="làm mọi việc, trừ việc mở trang")

    def handle(self, *args: object, **options: Any) -> None:
        files: list[Path] = options["files"]
        if not files and not SAMPLES.is_dir():
            raise CommandError(f"Không có thư mục văn bản mẫu {SAMPLES}. Hãy nêu tệp của bạn: lienthong demo TỆP …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        self.stdout.write("ĐÃ ĐỌC ĐƯỢC\n")
        chosen = files or sorted(file for file in SAMPLES.iterdir() if file.suffix in (".docx", ".pdf", ".txt"))
        readable = show(chosen, self.stdout.write)
        try:
            # All or nothing: a year that stopped half way would be taken for a finished one the next time.
            with transaction.atomic():
                self._fill(readable if files else None)
        except Refused as refused:
            raise CommandError(str(refused.sentence)) from None
        port = serving.free_port(env.number("LIENTHONG_PORT", default=8000))
        self.stdout.write(guide(f"http://{serving.HOST}:{port}", PASSWORD))
        if options["check"]:
            self.stdout.write("Đã kiểm tra xong; không mở trang.")
            return
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        self.stdout.write("Đang mở trang. Nhấn Ctrl+C để dừng.")
        self.stdout.flush()
        serving.serve(port)

    def _fill(self, own: list[Path] | None) -> None:
        """The commune once; then the year of the samples, or one's own files."""
        known = office() is not None
        if known:
            self.stdout.write("Xã mẫu đã có từ lần trước: giữ nguyên dữ liệu, không làm lại.")
        else:
            people()
            self.stdout.write("Đã dựng tỉnh Minh Giang, xã Minh Hòa và các tài khoản.")
        if own is not None:
            done = register_all(own, timezone.localdate(), self.stdout.write)
            self.stdout.write(f"Đã đăng ký {len(done)} văn bản của bạn vào sổ văn bản đến.")
        elif not OfficialDocument.objects.filter(office=office()).exists():
            tell(SAMPLES, self.stdout.write)
