"""Give a public page the address of its present title, or of another column; what was there before leads to it."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.portal import events
from lienthong.portal.models import OldAddress, PageState, Portal
from lienthong.portal.published import announce
from lienthong.portal.writing import own, slug_for


@transaction.atomic
def move_page(actor: Actor, standing: PageState, *, parent: Page | None = None) -> PageState:
    """The address is made of the title that was approved: nobody writes one, so nothing unapproved stands in it."""
    standing = PageState.objects.select_for_update().get(pk=standing.pk)
    if not abilities_for(actor, standing).move:
        raise NotAllowed(_("Chỉ lãnh đạo, điều phối của cơ quan đổi địa chỉ trang."))
    portal = Portal.objects.select_related("site__root_page").get(office=standing.office)
    page = standing.page.specific
    # As it stands now: the tree counts the children of each page.
    above = Page.objects.get(pk=(parent or page.get_parent()).pk).specific
    own(actor, above)
    if not (above.live and page.can_move_to(above)) and above.pk != page.get_parent().pk:
        raise Refused(_("Không chuyển được trang tới đó. Hãy chọn chuyên mục đang đăng."), field="parent")
    before = {each.pk: portal.place_of(each) for each in page.get_descendants(inclusive=True).live()}
    slug = slug_for(page.title, above, but=page)
    if slug == page.slug and above.pk == page.get_parent().pk:
        raise Refused(_("Địa chỉ đã đúng với tiêu đề."))
    if above.pk != page.get_parent().pk:
        page.move(above, pos="last-child")
        page = Page.objects.get(pk=page.pk).specific
    page.slug = slug
    page.save()
    _keep_in_revisions(standing, slug)
    for each in Page.objects.filter(pk__in=before):
        OldAddress.objects.update_or_create(
            portal=portal, path=before[each.pk], defaults={"page": each, "to": "", "made_by": actor.own_position}
        )
        OldAddress.objects.filter(portal=portal, path=portal.place_of(each)).delete()
    announce(standing.office_id)
    new = portal.place_of(Page.objects.get(pk=page.pk))
    record(events.MOVED, standing, by=actor.stamp, old=before[page.pk], new=new)
    return standing


def _keep_in_revisions(standing: PageState, slug: str) -> None:
    """A revision holds the address too; one that is published later must not bring the old one back."""
    for revision in standing.page.revisions.all():
        revision.content["slug"] = slug
        revision.save(update_fields=["content"])
