"""Make the files of an export that a worker has claimed."""

import tempfile
from pathlib import Path

from django.core.files.base import ContentFile, File
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from lienthong.casefiles.bundle import bundle_of
from lienthong.casefiles.drawing import pdf_of
from lienthong.casefiles.metadata import xml_of
from lienthong.casefiles.models import CaseExport
from lienthong.casefiles.packing import write_zip
from lienthong.core.language import site_language
from lienthong.inbox.service import notify
from lienthong.organisations.service import actor_for


def make_export(export: CaseExport) -> None:
    """The handler of a claimed :class:`CaseExport`: it holds what the position that asked may see now."""
    position = export.requested_by
    actor = actor_for(position.user, position.pk)
    if actor.position != position:
        raise PermissionError("the position that asked is no longer held")
    with site_language(), tempfile.TemporaryDirectory() as folder:
        bundle = bundle_of(actor, export)
        pdf = pdf_of(bundle)
        xml = xml_of(bundle)
        packed = Path(folder) / "ho-so.zip"
        write_zip(packed, bundle, pdf=pdf, xml=xml)
        with transaction.atomic(), packed.open("rb") as opened:
            export.pdf.save("ho-so.pdf", ContentFile(pdf), save=False)
            export.xml.save("ho-so.xml", ContentFile(xml), save=False)
            export.zip.save("ho-so.zip", File(opened), save=False)
            export.items, export.remarks = len(bundle.entries), bundle.remarks
            export.save(update_fields=["pdf", "xml", "zip", "items", "remarks"])
            url = reverse("casefiles:export", args=[export.pk])
            notify(position, _("Đã xuất xong hồ sơ: %(title)s") % {"title": export.title}, url)
            export.finish()
