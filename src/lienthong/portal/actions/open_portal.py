"""Open the public site of an office: its address, its first page, the columns every commune has."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor
from lienthong.portal import events
from lienthong.portal.models import HomePage, PageState, Portal
from lienthong.portal.permissions import may_open


@transaction.atomic
def open_portal(actor: Actor, *, hostname: str, port: int = 80, title: str = "") -> Portal:
    """The site at ``hostname``:``port``, its first page not public yet: like every page it waits for an approval."""
    if not may_open(actor):
        raise NotAllowed(_("Chỉ người quản trị của cơ quan mở cổng thông tin."))
    office, hostname = actor.own_office, hostname.strip().lower()
    if Portal.objects.filter(office=office).exists():
        raise Refused(_("Cơ quan đã có cổng thông tin."))
    if not hostname or set(hostname) - set("abcdefghijklmnopqrstuvwxyz0123456789.-"):
        raise Refused(_("Tên miền chỉ gồm chữ không dấu, số, dấu chấm và gạch nối."), field="hostname")
    if Site.objects.filter(hostname=hostname, port=port).exists():
        raise Refused(_("Tên miền này đã có cổng thông tin khác."), field="hostname")
    first = HomePage(title=title.strip() or office.name, slug=f"co-quan-{office.pk}", live=False)
    Page.get_first_root_node().add_child(instance=first)
    first.save_revision(user=actor.user)
    # The first office of an installation answers on every address that leads to it.
    alone = not Site.objects.filter(is_default_site=True).exists()
    site = Site.objects.create(
        hostname=hostname, port=port, site_name=office.name, root_page=first, is_default_site=alone
    )
    portal = Portal.objects.create(office=office, site=site)
    PageState.objects.create(page=first, office=office, last_editor=actor.own_position, written=first.latest_revision)
    record(events.OPENED, portal, by=actor.stamp, address=f"{hostname}:{port}" if port != 80 else hostname)
    return portal
