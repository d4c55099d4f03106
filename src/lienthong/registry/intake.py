"""Taking files in: what arrived, what was refused and why, and the row that waits to be read."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from vanban.sources.images import image_kind

from lienthong.core.refusals import Refused
from lienthong.jobs.service import wake
from lienthong.organisations.service import Body
from lienthong.registry.content import ENDINGS, TooLarge, bytes_of, content_type_of
from lienthong.registry.finding import earlier_files
from lienthong.registry.models import DocumentFile, OfficialDocument
from lienthong.registry.photos import picture_as_pdf
from lienthong.registry.unpacking import unpacked

NAME_LENGTH = 255


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be stored: its bytes and what they are."""

    name: str
    data: bytes
    content_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an upload: ``file`` when it was kept, else ``refusal``, with ``earlier`` for a duplicate."""

    name: str
    file: DocumentFile | None = None
    refusal: str = ""
    earlier: DocumentFile | None = None


def too_large(name: str) -> Outcome:
    """The outcome of a file that was cut off because it is larger than what is taken."""
    return Outcome(_shown_name(name), refusal=str(TooLarge().sentence))


def check(upload: File) -> Checked:
    """The upload as it may be stored (a picture as a PDF), or :class:`Refused` with the sentence for its sender."""
    name = _shown_name(upload.name or "")
    data = bytes_of(upload, upload.size)
    if image_kind(data):
        name, data = f"{name.rpartition('.')[0] or name}.pdf", picture_as_pdf(data)
    return Checked(name, data, content_type_of(data), hashlib.sha256(data).hexdigest())


def sort_out(uploads: Iterable[File], office: Body, *, keep_duplicates: bool) -> Iterable[Checked | Outcome]:
    """Each upload as what may be stored, or as the outcome that says why not. One refused file never stops another."""
    seen: set[str] = set()
    for upload, refusal in unpacked(uploads):
        try:
            if refusal is not None:
                raise refusal
            checked = check(upload)
        except Refused as refused:
            yield Outcome(_shown_name(upload.name or ""), refusal=str(refused.sentence))
            continue
        earlier = None if keep_duplicates else earlier_files(office, checked.sha256)
        if earlier is not None:
            yield Outcome(checked.name, refusal=_("Tệp này đã có trong sổ văn bản của cơ quan."), earlier=earlier)
        elif checked.sha256 in seen and not keep_duplicates:
            yield Outcome(checked.name, refusal=_("Tệp này trùng với một tệp khác trong cùng lần tải lên."))
        else:
            seen.add(checked.sha256)
            yield checked


def store(document: OfficialDocument, checked: Checked, *, part: DocumentFile.Part) -> DocumentFile:
    """Keep the file on disk under a name that says nothing, and the row that waits to be read."""
    from lienthong.registry.tasks import read_document_file

    last = document.files.order_by("-order").first()
    file = DocumentFile(
        document=document,
        part=part,
        order=last.order + 1 if last else 0,
        name=checked.name,
        sha256=checked.sha256,
        size=len(checked.data),
        content_type=checked.content_type,
    )
    file.stored.save(f"{uuid.uuid4().hex}{ENDINGS[checked.content_type]}", ContentFile(checked.data), save=False)
    try:
        file.save()
    except BaseException:
        file.stored.delete(save=False)
        raise
    wake(read_document_file, file.pk)
    return file


def _shown_name(name: str) -> str:
    """The last part of the path that a browser gave, without control characters, its ending kept when it is cut."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    last = "".join(char for char in last if char.isprintable()).strip() or _("tệp không tên")
    if len(last) <= NAME_LENGTH:
        return last
    stem, dot, ending = last.rpartition(".")
    return f"{stem[: NAME_LENGTH - 11]}{dot}{ending[:10]}" if dot else last[:NAME_LENGTH]
