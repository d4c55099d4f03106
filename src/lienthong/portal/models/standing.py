"""What stands beside each page: who wrote, who approved."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from lienthong.organisations.models import Body, Position
from lienthong.portal.queries import PageStateQuerySet


class PageState(models.Model):
    """Where a page stands between its writer and the public; the words themselves are Wagtail's revisions.

    ``approved`` is the revision that a named person other than its last editor approved, ``hash`` the SHA-256 of its
    content: exactly that is what the public reads. ``origin``: the opaque key of the thing in another room that says
    this page, was approved there and is changed only there; "" for a page that is written here.
    """

    class State(models.TextChoices):
        WRITING = "writing", _("Đang viết")
        WAITING = "waiting", _("Chờ duyệt")
        RETURNED = "returned", _("Trả lại")
        APPROVED = "approved", _("Đã duyệt")
        TAKEN_DOWN = "taken_down", _("Đã gỡ")

    page = models.OneToOneField(Page, models.CASCADE, related_name="standing")
    office = models.ForeignKey(Body, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    last_editor = models.ForeignKey(Position, models.PROTECT, related_name="+")
    last_edited_at = models.DateTimeField(default=timezone.now)
    written = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    approved = models.ForeignKey("wagtailcore.Revision", models.SET_NULL, null=True, related_name="+")
    approved_by = models.ForeignKey(Position, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    hash = models.CharField(max_length=64, blank=True)
    reason = models.TextField(_("lý do"), blank=True)
    origin = models.CharField(max_length=100, blank=True)

    objects = PageStateQuerySet.as_manager()

    class Meta:
        ordering = ["-last_edited_at", "-pk"]

    def __str__(self) -> str:
        return str(self.page)

    @property
    def public(self) -> bool:
        """True while the public reads a version of it, or will at a time that was approved."""
        return bool(self.page.live or self.page.approved_schedule)
