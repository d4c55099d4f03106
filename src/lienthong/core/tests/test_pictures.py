"""Pictures from outside: what is broken, or made to break the program, is refused in a sentence."""

import io
import random

import pytest
from django.core.files.base import ContentFile
from PIL import Image
from pillow_heif import from_pillow

from lienthong.core.pictures import drawn_anew
from lienthong.core.refusals import Refused


def heic(picture):
    out = io.BytesIO()
    from_pillow(picture).save(out)
    return out.getvalue()


def stored(picture, kind, **options):
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def draw(data):
    return drawn_anew(ContentFile(data, name="anh"))


@pytest.mark.parametrize("kind", ["HEIC", "JPEG", "PNG"])
def test_a_broken_picture_is_drawn_or_refused_and_never_an_error(kind):
    picture = Image.new("RGB", (60, 40), "red")
    whole = heic(picture) if kind == "HEIC" else stored(picture, kind)
    chance = random.Random(kind)
    refused = 0
    for _each in range(150):
        data = bytearray(whole)
        for _sign in range(chance.choice((1, 4, 12))):
            data[chance.randrange(12, len(data))] = chance.randrange(256)
        try:
            draw(bytes(data[: chance.randrange(24, len(data) + 1)]))
        except Refused:
            refused += 1
    assert refused


def test_a_small_file_that_claims_very_many_pixels_is_refused_before_they_are_read():
    bomb = stored(Image.new("1", (8_000, 7_000)), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="quá lớn"):
        draw(bomb)


def test_a_photo_is_upright_small_and_says_nothing_of_its_camera():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Nokia"
    exif.get_ifd(0x8825)[1] = "N"
    photo = Image.new("RGB", (4_000, 3_000), "red")
    photo.paste("blue", (0, 0, 2_000, 1_500))
    drawn, width, height = draw(stored(photo, "JPEG", exif=exif))
    with Image.open(drawn) as shown:
        assert shown.size == (width, height) == (960, 1280)
        assert not shown.getexif()
        red, _green, blue = shown.getpixel((width * 3 // 4, height // 4))
    assert blue > 150 > red


def test_what_a_camera_wrote_may_be_broken_and_the_picture_is_drawn():
    photo = stored(Image.new("RGB", (640, 480), "navy"), "JPEG", exif=b"Exif\x00\x00GPS")
    assert draw(photo)[1:] == (640, 480)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_drawn(mode):
    assert draw(stored(Image.new(mode, (300, 200)), "PNG"))[1:] == (300, 200)
