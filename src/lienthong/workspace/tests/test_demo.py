"""``lienthong demo``: the made-up commune, its year, and a user's own files."""

import re
import socket
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from lienthong.corrections.service import ClaimQuestion, Correction, Label
from lienthong.inbox.service import WorkItem
from lienthong.newsroom.service import Product
from lienthong.organisations.service import Body, User
from lienthong.plans.service import Assignment, Evidence, Extension, Occurrence, Plan, Share
from lienthong.registry.service import OfficialDocument
from lienthong.reports.service import Report
from lienthong.training.service import TrainingClass
from lienthong.workspace.demo import serving
from lienthong.workspace.demo.clock import at, on
from lienthong.workspace.demo.people import ACCOUNTS, PASSWORD

pytestmark = pytest.mark.django_db

LETTER = """UBND TỈNH MINH GIANG
SỞ NỘI VỤ
Số: 88/SNV-VP
V/v cử người dự tập huấn
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Minh Giang, ngày 05 tháng 5 năm 2026

Kính gửi: Ủy ban nhân dân các xã, phường

Sở Nội vụ đề nghị Ủy ban nhân dân các xã, phường cử 02 người dự tập huấn.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Nguyễn Văn A
"""


@pytest.fixture(autouse=True)
def _own_files(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path / "files"


def demo(*words):
    out = StringIO()
    call_command("demo", "--check", *words, stdout=out)
    return out.getvalue()


def test_the_year_of_the_commune_is_there_once(client):
    said = demo()
    assert "18/KH-UBND" in said
    assert "Cộng: 10 văn bản đọc được" in said
    assert PASSWORD in said
    assert set(User.objects.values_list("username", flat=True)) == {account.username for account in ACCOUNTS}
    states = set(OfficialDocument.objects.values_list("state", flat=True))
    assert {"to_register", "with_leader", "in_work", "noted", "filed", "done", "issued"} <= states
    assert Plan.objects.count() == 2
    assert {"assigned", "noted", "declined", "accepted", "submitted", "returned", "done"} <= set(
        Share.objects.values_list("state", flat=True)
    )
    assert set(Extension.objects.values_list("state", flat=True)) == {"asked", "granted"}
    assert set(Evidence.objects.values_list("kind", flat=True)) == {"file", "link", "minutes"}
    assert Assignment.objects.filter(out_of_scope=True).count() == 1
    past = Occurrence.objects.filter(due__lt=timezone.localdate())
    assert past.filter(closed_on=None).exists()
    assert past.filter(entered_late=True).exists()
    assert past.filter(entered_late=False).exclude(closed_on=None).exists()
    assert set(Report.objects.values_list("state", flat=True)) == {"draft", "frozen"}
    assert WorkItem.objects.exists()
    made = set(Product.objects.values_list("state", flat=True))
    assert {"draft", "returned", "review", "approved", "withdrawn", "released", "corrected"} <= made
    corrected = client.get("/cai-cach-hanh-chinh/them-gio-tra-ket-qua-o-bo-phan-mot-cua/").content.decode()
    assert "Đính chính ngày 29/04/2026:" in corrected
    assert "cả chiều thứ Năm" in corrected
    classes = TrainingClass.objects.order_by("pk")
    assert [(one.state, one.work is not None) for one in classes] == [("closed", True), ("nominating", False)]
    said_so = Correction.objects.filter(state=Correction.State.PUBLISHED)
    assert set(said_so.filter(kind="claim").values_list("label", flat=True)) == set(Label.values)
    days = list(said_so.order_by("number").values_list("published_at", flat=True))
    assert days == sorted(days)
    own = client.get("/dinh-chinh/", {"loai": "cua-co-quan"}).content.decode()
    assert 'href="/dinh-chinh/2026/1/"' in own
    assert "cả chiều thứ Tư" in client.get("/dinh-chinh/2026/1/").content.decode()
    assert 'href="/dinh-chinh/2026/1/"' in corrected
    assert {one.state for one in ClaimQuestion.objects.all()} == {"answered", "waiting"}
    letter = OfficialDocument.objects.get(corrects__number="97/QĐ-UBND")
    assert (letter.replaces, letter.type) == (False, "công văn")
    library = client.get("/van-ban-cong-khai/").content.decode()
    page = client.get(re.search(r'href="(/van-ban-cong-khai/\d+/)"', library)[1]).content.decode()
    assert "Được đính chính bằng công văn" in page
    assert letter.number not in page
    assert Correction.objects.filter(kind="document", state="writing", fault="content").exists()
    assert "mot-cua-ho-tro[.]example" in client.get("/dinh-chinh/2026/5/").content.decode()

    before = (OfficialDocument.objects.count(), Body.objects.count(), Occurrence.objects.count())
    assert "giữ nguyên dữ liệu" in demo()
    assert (OfficialDocument.objects.count(), Body.objects.count(), Occurrence.objects.count()) == before

    for account in ACCOUNTS:
        signed_in = client.post(reverse("account_login"), {"login": account.username, "password": PASSWORD})
        assert signed_in.status_code == 302
        assert client.get(reverse("workspace:home")).status_code == 200
        client.post(reverse("account_logout"))


def test_own_files_are_read_and_registered_and_bad_ones_cost_a_sentence(tmp_path):
    letter, empty, missing = tmp_path / "cong-van.txt", tmp_path / "trong.docx", tmp_path / "khong-co.pdf"
    letter.write_text(LETTER, encoding="utf-8")
    empty.write_bytes(b"")
    said = demo(str(letter), str(empty), str(missing))
    assert "Tệp rỗng" in said
    assert "Không có tệp này" in said
    assert "Đã đăng ký 1 văn bản của bạn" in said
    document = OfficialDocument.objects.get()
    assert (document.number, document.state) == ("88/SNV-VP", "with_leader")
    assert "Tệp này đã có trong sổ văn bản" in demo(str(letter))
    assert OfficialDocument.objects.count() == 1


def test_a_secret_file_is_not_kept(tmp_path):
    secret = tmp_path / "mat.txt"
    secret.write_text(LETTER.replace("Số: 88", "MẬT\nSố: 88"), encoding="utf-8")
    said = demo(str(secret))
    assert "dấu độ mật" in said
    assert "88/SNV-VP" not in said
    assert not OfficialDocument.objects.exists()


def test_the_clock_says_the_day_and_never_one_to_come():
    with at(on("2/3/2026")) as day:
        assert timezone.localdate() == day == on("2/3/2026")
        assert Share._meta.get_field("assigned_at").get_default().date() == day
    today = timezone.localdate()
    with at(on("1/1/2999")) as day:
        assert day == timezone.localdate() == today


def test_a_taken_port_is_passed_over():
    with socket.socket() as taken:
        taken.bind((serving.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert serving.free_port(port) > port


def test_the_demonstration_listens_on_this_machine_only():
    assert serving.HOST == "127.0.0.1"
    assert serving.HOST in settings.ALLOWED_HOSTS
