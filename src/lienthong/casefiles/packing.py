"""The .zip of a bundle: its PDF with the table of contents, its .xml, and every file as it came in."""

import zipfile
from pathlib import Path

from lienthong.casefiles.bundle import Bundle

#: Kinds that are compressed already.
_PACKED = ("image/", "application/pdf", "audio/", "video/", "application/vnd.openxmlformats")


def write_zip(target: Path, bundle: Bundle, *, pdf: bytes, xml: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ho-so.pdf", pdf, zipfile.ZIP_STORED)
        archive.writestr("ho-so.xml", xml)
        for file in bundle.files:
            if file.missing:
                continue
            packed = file.file.content_type.startswith(_PACKED)
            how = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(file.name, file.read(), how)
