"""What the procedures room shows on the public site: its place in menu, first page, sitemap, search and files."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lienthong.core.public import Found, PublicPage, PublicSection, Searched, register_section
from lienthong.procedures.guiding import plain_steps
from lienthong.procedures.models import Guide, Procedure

_ON_FIRST_PAGE = 5


def _pages(office_id: int) -> Iterator[PublicPage]:
    """The sheet, which is no page, the questions, which differ by answer, and files have no place of their own."""
    yield PublicPage(reverse("procedures_all"))
    for procedure in Procedure.objects.public(office_id):
        assert procedure.current is not None
        yield PublicPage(reverse("procedures_one", args=[procedure.pk]), procedure.current.approved_at)
        yield PublicPage(reverse("procedures_history", args=[procedure.pk]), procedure.current.approved_at)
    for guide in Guide.objects.public(office_id):
        assert guide.current is not None
        yield PublicPage(reverse("procedures_guide", args=[guide.pk]), guide.current.approved_at)


def _shown(office_id: int) -> bool:
    return Procedure.objects.public(office_id).exists() or Guide.objects.public(office_id).exists()


def _block(office_id: int) -> Mapping[str, Any]:
    """Guides, which answer most; without any the first page does without the block."""
    guides = list(Guide.objects.public(office_id)[:_ON_FIRST_PAGE])
    return {"guides": guides} if guides else {}


def _public_procedures(office_id: int) -> "models.QuerySet[Procedure]":
    found: models.QuerySet[Procedure] = Procedure.objects.public(office_id)
    return found


def _public_guides(office_id: int) -> "models.QuerySet[Guide]":
    found: models.QuerySet[Guide] = Guide.objects.public(office_id)
    return found


def _show_procedure(procedure: Procedure) -> Found:
    version = procedure.current
    assert version is not None
    papers = ". ".join(paper["name"] for paper in version.papers)
    words = f"{procedure.code}. {version.field}. {papers}. {version.steps} {version.legal_basis}"
    return Found(version.title, reverse("procedures_one", args=[procedure.pk]), words)


def _show_guide(guide: Guide) -> Found:
    assert guide.current is not None
    words = f"{guide.current.lead} {plain_steps(guide.current)}"
    return Found(guide.current.title, reverse("procedures_guide", args=[guide.pk]), words)


register_section(
    PublicSection(
        name="procedures",
        title=_("Thủ tục hành chính"),
        url_name="procedures_all",
        pages=_pages,
        searched=(
            Searched(Procedure, _("Thủ tục hành chính"), _public_procedures, _show_procedure),
            Searched(Guide, _("Hướng dẫn"), _public_guides, _show_guide),
        ),
        block="procedures/public/block.html",
        block_context=_block,
        shown=_shown,
    )
)
