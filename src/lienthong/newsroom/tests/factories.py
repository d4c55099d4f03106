"""Products for tests, made through the acts."""

import io
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from lienthong.channels.core.service import Outlet
from lienthong.newsroom.actions.add_picture import add_picture
from lienthong.newsroom.actions.approve_product import approve_product
from lienthong.newsroom.actions.begin_correction import begin_correction
from lienthong.newsroom.actions.begin_product import begin_product
from lienthong.newsroom.actions.schedule_product import schedule_product
from lienthong.newsroom.actions.submit_product import submit_product
from lienthong.newsroom.actions.write_version import write_version
from lienthong.newsroom.briefing import Brief
from lienthong.newsroom.keeping import sound_or_film
from lienthong.newsroom.models import Product
from lienthong.newsroom.models.files import MediaFile
from lienthong.organisations.tests.factories import Cast
from lienthong.plans.service import Occurrence
from lienthong.plans.tests.factories import make_accepted, make_plan

WORDS = "<p>Từ ngày 05/3, mỗi thôn có một buổi hướng dẫn nộp hồ sơ trực tuyến tại nhà văn hóa.</p>"

CORRECTED = WORDS.replace("05/3", "06/3")
NOTE = "Tin trước ghi ngày 05/3; đúng là ngày 06/3."


def make_issue(people: Cast, **values: Any) -> Occurrence:
    """The first open issue of a monthly task of the culture office."""
    share = make_accepted(people, make_plan(people), frequency_printed="Mỗi tháng 01 bài", **values)
    issue: Occurrence = share.occurrences.order_by("due").first()
    return issue


def make_product(people: Cast, *occurrences: Occurrence, kind: str = "article", **values: Any) -> Product:
    """A brief of the culture office's member, nothing written yet."""
    brief = Brief(title="Hướng dẫn nộp hồ sơ trực tuyến", kind=kind, **values)
    return begin_product(people.member, brief, occurrences=occurrences)


def make_written(
    people: Cast, *occurrences: Occurrence, body: str = WORDS, kind: str = "article", **values: Any
) -> Product:
    product = make_product(people, *occurrences, kind=kind)
    return write_version(people.member, product, seen=0, title=product.title, body=body, **values)


def make_submitted(people: Cast, *occurrences: Occurrence, **values: Any) -> Product:
    return submit_product(people.member, make_written(people, *occurrences, **values))


def make_approved(people: Cast, *occurrences: Occurrence, **values: Any) -> Product:
    product = make_submitted(people, *occurrences, **values)
    assert product.newest is not None
    return approve_product(people.leader, product, seen=product.newest.number)


def make_scheduled(people: Cast, *occurrences: Occurrence, outlets: list[Outlet], **values: Any) -> Product:
    """Approved and ordered for now."""
    return schedule_product(people.member, make_approved(people, *occurrences, **values), outlets=outlets)


def make_corrected(people: Cast, product: Product, *, body: str = CORRECTED, **values: Any) -> Product:
    """What is out, corrected and approved; ordered nowhere yet."""
    product = begin_correction(people.leader, product, reason="Sai ngày.")
    assert product.newest is not None
    said = {"title": product.title, "correction": NOTE, **values}
    product = write_version(people.member, product, seen=product.newest.number, body=body, **said)
    assert product.newest is not None
    return approve_product(people.leader, submit_product(people.member, product), seen=product.newest.number)


def photo() -> SimpleUploadedFile:
    """A photo in which the camera wrote its name."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Máy ảnh"
    Image.new("RGB", (1600, 900), "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", out.getvalue())


def make_picture(people: Cast) -> MediaFile:
    return add_picture(people.member, photo(), alt="Buổi hướng dẫn", credit="Phòng VH-XH", rights="own")


def make_files(people: Cast) -> list[MediaFile]:
    """A picture, a sound and a film, each with its rights."""
    made = [add_picture(people.member, photo(), alt="Bà con quanh bàn máy", credit="Phòng VH-XH", rights="agreed")]
    for name, head, alt in (
        ("ban-tin.mp3", b"ID3", "Bản tin đọc"),
        ("phim.mp4", b"\x00\x00\x00\x18ftypmp42", "Buổi hướng dẫn"),
    ):
        file = SimpleUploadedFile(name, head + bytes(2000))
        media = sound_or_film(people.member, file, name=name, alt=alt, credit="Đài xã", rights="own")
        media.save()
        made.append(media)
    return made


def sound_of(people: Cast, data: bytes) -> MediaFile:
    """A sound that somebody uploaded."""
    file = SimpleUploadedFile("ban-tin.mp3", data)
    media = sound_or_film(people.member, file, name=file.name, alt="Bản tin đọc", credit="Đài xã", rights="own")
    media.save()
    return media


def soon() -> datetime:
    return timezone.now() + timedelta(hours=2)
