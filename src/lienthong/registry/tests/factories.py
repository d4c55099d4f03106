"""Made-up documents for the tests of every room."""

from datetime import date
from itertools import count
from typing import Any

import factory
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lienthong.jobs.service import claim_and_run
from lienthong.organisations.service import Actor, Body, Position
from lienthong.organisations.tests.factories import Cast, PositionFactory
from lienthong.registry.actions.read_file import read_file
from lienthong.registry.actions.receive_files import receive_files
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.actions.reject_proposal import reject_proposal
from lienthong.registry.finding import index_document, record_citation
from lienthong.registry.models import Direction, OfficialDocument, Proposal
from lienthong.registry.series import series_for
from lienthong.registry.workflow import REGISTERED

_numbers = count(1)

#: A plan of the made-up province, with everything the reader looks for.
PLAN = """\
ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MINH GIANG                    Độc lập - Tự do - Hạnh phúc
-------                            ---------------
Số: {number}                 Minh Giang, ngày 05 tháng 8 năm 2025

KẾ HOẠCH
{subject}

Căn cứ Kế hoạch số 82/KH-UBND ngày 01 tháng 8 năm 2025 của Ủy ban nhân dân tỉnh Minh Giang;

I. NHIỆM VỤ
1. {task}
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
- Đơn vị phối hợp: Trung tâm Dịch vụ sự nghiệp công.
- Thời gian: Quý III/2025.

Nơi nhận:
- Sở Khoa học và Công nghệ;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


def plan_text(
    number: str = "12/KH-UBND",
    subject: str = "Tuyên truyền chuyển đổi số năm 2025",
    task: str = "Mở chuyên mục trên đài truyền thanh",
    mark: str = "",
) -> str:
    """The text of :data:`PLAN`; ``mark`` is printed as a mark of urgency or secrecy at the head."""
    text = PLAN.format(number=number, subject=subject, task=task)
    return text.replace("-------  ", f"{mark}\n-------  ", 1) if mark else text


class OfficialDocumentFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = OfficialDocument

    direction = Direction.INCOMING
    state = OfficialDocument.State.WITH_LEADER
    number = factory.Sequence(lambda n: f"{n + 1}/KH-UBND")
    type = "kế hoạch"
    issuer = "Ủy ban nhân dân tỉnh Minh Giang"
    dated = "2025-08-05"
    subject = "Tuyên truyền chuyển đổi số năm 2025"


def document(office: Body, *, created_by: Position | None = None, **fields: Any) -> OfficialDocument:
    """A document of ``office`` as its register holds it; registered unless ``state`` says otherwise, without files."""
    state = fields.setdefault("state", OfficialDocument.State.WITH_LEADER)
    if state in REGISTERED and "register_number" not in fields:
        direction = fields.setdefault("direction", Direction.INCOMING)
        fields["register_series"] = series_for(office, direction, date(2025, 8, 6))
        fields["register_number"] = 10_000 + next(_numbers)
        fields.setdefault("arrived_on", date(2025, 8, 6))
    made = OfficialDocumentFactory(
        office=office, created_by=created_by or PositionFactory(body=office, role="clerk"), **fields
    )
    index_document(made)
    return made


def upload(text: str | bytes, name: str = "van-ban.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode() if isinstance(text, str) else text)


def received_document(clerk: Actor, text: str | bytes, *, name: str = "van-ban.txt", **more: Any) -> OfficialDocument:
    """A document that ``clerk`` has just uploaded and nobody has read."""
    more.setdefault("direction", Direction.INCOMING)
    [outcome] = receive_files(clerk, [upload(text, name)], keep_duplicates=True, **more)
    assert outcome.file is not None, outcome.refusal
    return outcome.file.document


def read_files(document: OfficialDocument) -> None:
    """Do the worker's part for every file of ``document``."""
    for file in document.files.all():
        claim_and_run(file, read_file)
    found = OfficialDocument.objects.filter(pk=document.pk).first()
    if found is not None:
        document.refresh_from_db()


def read_document(clerk: Actor, text: str | bytes | None = None, **more: Any) -> OfficialDocument:
    """A document uploaded by ``clerk`` and read: it waits to be registered, with proposals."""
    made = received_document(clerk, plan_text() if text is None else text, **more)
    read_files(made)
    return made


def reject_task(actor: Actor, document: OfficialDocument, words: str) -> None:
    """``actor`` says that the line of ``document`` which begins with ``words`` is no task."""
    tasks = Proposal.objects.filter(file__document=document, kind=Proposal.Kind.TASK)
    reject_proposal(actor, tasks.get(value__text__startswith=words))


def cite(document: OfficialDocument, cited: OfficialDocument) -> None:
    """``document`` names the registered document ``cited``."""
    record_citation(document, number=cited.number)


YEAR = timezone.localdate().year
#: An order of the made-up province: four duties, of which one is beyond what the tool carries out.
ORDER = f"""\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MINH GIANG Độc lập - Tự do - Hạnh phúc

Số: 45/KH-UBND Minh Giang, ngày 05 tháng 01 năm {YEAR}

KẾ HOẠCH
Chuyển đổi số năm {YEAR}

Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:

I. MỤC TIÊU
1. Trên 80% hồ sơ được nộp trực tuyến.

II. NHIỆM VỤ
1. Mở chuyên mục chuyển đổi số trên đài truyền thanh
- Đơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch.
- Thời gian: Trước ngày 30/6/{YEAR}.
2. Hướng dẫn người cao tuổi nộp hồ sơ trực tuyến toàn trình tại nhà
- Đơn vị chủ trì: Sở Khoa học và Công nghệ.
- Thời gian: Trước ngày 31/8/{YEAR}.
3. Lắp đặt máy quét tại nơi tiếp nhận hồ sơ
- Đơn vị chủ trì: Sở Tài chính.
- Thời gian: Quý III/{YEAR}.
4. Rà quét thông tin trên mạng xã hội
- Đơn vị chủ trì: Công an tỉnh.
- Thời gian: Thường xuyên.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


def registered_order(people: Cast, text: str = ORDER, *, arrived_on: date | None = None) -> OfficialDocument:
    """The order, read and registered as incoming."""
    found = read_document(people.clerk, text)
    return register_incoming(people.clerk, found, arrived_on=arrived_on or timezone.localdate())
