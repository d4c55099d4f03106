"""A photo as a phone takes it, with the time and the maker written into it."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def photo() -> SimpleUploadedFile:
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010F] = "Máy ảnh"
    exif.get_ifd(0x8769)[0x9003] = "2026:03:02 08:15:00"
    Image.new("RGB", (1600, 1200), "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("anh.jpg", out.getvalue())
