"""The newsletter on the office's public site: in its menu while there is one that really goes out."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.channels.core.service import Outlet, OutletQuerySet
from lienthong.core.public import PublicPage, PublicSection, register_section

CODE = "mail"


def open_outlets(office_id: int) -> OutletQuerySet:
    """The newsletters of an office that were turned on."""
    return Outlet.objects.open().filter(office=office_id, channel=CODE, dry_run=False)


def _pages(office_id: int) -> Iterable[PublicPage]:
    return [PublicPage(reverse("mail_subscribe"), as_file=False)] if open_outlets(office_id).exists() else []


register_section(
    PublicSection(
        "mail", _("Nhận tin"), "mail_subscribe", _pages, shown=lambda office_id: open_outlets(office_id).exists()
    )
)
