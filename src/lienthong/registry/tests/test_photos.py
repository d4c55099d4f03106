"""Photos of a paper document: pages of one PDF, in order, upright, refused with a sentence."""

import io
import re
from collections.abc import Sequence

import pillow_heif
import pytest
from django.conf import settings as configured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from vanban.pages import page_images

from lienthong.core.refusals import Refused
from lienthong.organisations.tests.factories import Cast, cast, sign_in
from lienthong.registry.content import PDF
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.photos import MAX_PAGES, document_of

RED, BLUE, WHITE = (200, 0, 0), (0, 0, 200), (255, 255, 255)


def photo(
    colour: tuple[int, int, int] = WHITE, *, name: str = "trang.jpg", size: tuple[int, int] = (300, 424), turn: int = 0
) -> SimpleUploadedFile:
    """A page of one colour; ``turn`` is what the camera says of its own position (EXIF orientation)."""
    out = io.BytesIO()
    exif = Image.Exif()
    if turn:
        exif[0x0112] = turn
    exif[0x9286] = "chụp tại nhà riêng"
    Image.new("RGB", size, colour).save(out, "JPEG" if name.endswith("jpg") else "PNG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def colours(pdf: bytes) -> list[tuple[str, float]]:
    """Of each page: which colour it has, and how wide it is for its height."""
    found = []
    for page in page_images(pdf, width=100):
        red, green, blue = Image.open(io.BytesIO(page.png)).convert("RGB").getpixel((50, 50))  # type: ignore[misc]
        name = "white" if min(red, green, blue) > 200 else "red" if red > blue else "blue"
        found.append((name, round(page.width / page.height, 1)))
    return found


@pytest.fixture
def people(db: None) -> Cast:
    return cast()


def send(client: Client, photos: Sequence[SimpleUploadedFile]) -> str:
    answer = client.post(reverse("registry:upload"), {"direction": "in", "photos": photos})
    assert answer.status_code == 200
    return answer.content.decode()


def test_photos_are_the_pages_of_one_document_in_their_order(client: Client, people: Cast) -> None:
    sign_in(client, people.clerk)
    text = send(client, [photo(RED), photo(BLUE, name="b.png"), photo()])
    file = DocumentFile.objects.get()
    assert (file.content_type, file.name) == (PDF, "Văn bản chụp 3 trang.pdf")
    assert file.name in text
    assert colours(file.stored.read()) == [("red", 0.7), ("blue", 0.7), ("white", 0.7)]


def test_a_photo_stands_upright_and_says_nothing_of_its_maker(people: Cast) -> None:
    made = document_of([photo(RED, size=(424, 300), turn=6)]).read()
    assert colours(made) == [("red", 0.7)]
    assert "nhà riêng".encode() not in made
    assert b"Exif" not in made


def test_a_phone_photo_is_cut_down_to_what_a_scan_needs(people: Cast) -> None:
    made = document_of([photo(size=(3024, 4032))]).read()
    assert re.search(rb"/Width (2479|2480)\b", made)
    [page] = page_images(made, width=100)
    assert page.width == pytest.approx(595.28, abs=1)


def test_a_phone_keeps_photos_as_heic(people: Cast) -> None:
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (300, 424), BLUE)).save(out)
    assert colours(document_of([SimpleUploadedFile("IMG_1.HEIC", out.getvalue())]).read()) == [("blue", 0.7)]


def test_the_same_photos_are_known_when_they_come_again(client: Client, people: Cast) -> None:
    sign_in(client, people.clerk)
    send(client, [photo(RED), photo(BLUE)])
    assert "Tệp này đã có trong sổ văn bản" in send(client, [photo(RED), photo(BLUE)])
    send(client, [photo(BLUE), photo(RED)])
    assert OfficialDocument.objects.count() == 2


def test_one_bad_photo_refuses_all_because_a_page_would_be_missing(client: Client, people: Cast) -> None:
    sign_in(client, people.clerk)
    broken = SimpleUploadedFile("trang-2.jpg", photo().read()[:200])
    for bad, word in ((broken, "bị hỏng"), (SimpleUploadedFile("ghi.txt", b"xin"), "không phải là ảnh")):
        text = send(client, [photo(RED), bad])
        assert f"{bad.name}: " in text
        assert word in text
    assert not OfficialDocument.objects.exists()


def test_too_many_or_too_large_is_said(client: Client, people: Cast, settings: type[configured]) -> None:
    with pytest.raises(Refused, match="Quá 60 trang"):
        document_of(photo(size=(20, 28)) for _ in range(MAX_PAGES + 1))
    settings.LIENTHONG_MAX_UPLOAD = 1000  # type: ignore[attr-defined]
    sign_in(client, people.clerk)
    assert "Tệp lớn hơn" in send(client, [photo(name="nang.jpg")])
    assert not OfficialDocument.objects.exists()


def test_a_picture_among_other_files_is_a_document_of_its_own(client: Client, people: Cast) -> None:
    sign_in(client, people.clerk)
    client.post(reverse("registry:upload"), {"direction": "in", "files": [photo(RED, name="quét.jpg")]})
    file = DocumentFile.objects.get()
    assert (file.content_type, file.name) == (PDF, "quét.pdf")


def test_what_was_taken_in_today_is_there_on_coming_back(client: Client, people: Cast) -> None:
    sign_in(client, people.clerk)
    send(client, [photo(RED)])
    text = client.get(reverse("registry:upload")).content.decode()
    assert "Đã nhận trước đó" in text
    assert "Văn bản chụp 1 trang.pdf" in text
    other = cast()
    assert "Đã nhận trước đó" not in sign_in(client, other.clerk).get(reverse("registry:upload")).content.decode()
