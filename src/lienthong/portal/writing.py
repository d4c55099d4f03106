"""The words of a public page: cleaned when they come in, hashed as they were approved, addressed without marks."""

from itertools import count
from typing import Any

from django.conf import settings
from django.urls import resolve
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from lienthong.core.hashing import sha256_of
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.core.richtext import clean, text_of
from lienthong.core.text import fold
from lienthong.organisations.service import Actor
from lienthong.portal.models import ContentPage, Portal

#: How deep the first page of a site stands in the tree.
FIRST = 2
#: Fields of a page that a writer fills in, besides its title.
FIELDS = (
    "lead", "body", "language", "translation_of", "picture", "recording", "day", "source", "go_live_at", "expire_at",
    "valid_until", "banner_from", "banner_until", "starts_at", "ends_at", "place", "link", "doer", "result",
    "papers", "steps",
)  # fmt: skip
#: What every page says, and what is hashed besides where a kind of page has it.
_SAID = ("title", "lead", "body", "picture", "day", "source")
_SAID_TOO = tuple(name for name in FIELDS if name not in (*_SAID, "go_live_at", "expire_at"))


def own(actor: Actor, above: Page, **values: Any) -> None:
    """:class:`NotAllowed` unless the place, picture and recording of a page belong to the actor's office."""
    first = Portal.objects.get(office=actor.own_office).site.root_page
    if above.pk != first.pk and not above.is_descendant_of(first):
        raise NotAllowed(_("Chuyên mục này của cơ quan khác."))
    picture, recording = values.get("picture"), values.get("recording")
    original = values.get("translation_of")
    if original is not None and not original.is_descendant_of(first):
        raise NotAllowed(_("Trang được dịch này của cơ quan khác."))
    owners = [picture.office_id] if picture else []
    owners += [recording.script.office_id] if recording else []
    if any(owner != actor.own_office.pk for owner in owners):
        raise NotAllowed(_("Ảnh hoặc bản đọc này của cơ quan khác."))


def require_original(page: ContentPage) -> None:
    """:class:`Refused` unless a translation is in English and what it translates a Vietnamese page of its sort; a page
    that is translated stays one in Vietnamese.
    """
    original = page.translation_of
    translations = page.family().objects.exclude(translation_of=None).filter(translation_of=page.pk)
    if page.language != ContentPage.Language.VIETNAMESE and translations.exists():
        raise Refused(_("Trang này có bản dịch nên phải là trang tiếng Việt."), field="language")
    if original is None:
        return
    if page.language != ContentPage.Language.ENGLISH:
        raise Refused(_("Chỉ trang tiếng Anh mới là bản dịch. Hãy chọn lại ngôn ngữ của trang."), field="language")
    if not page.family().objects.filter(pk=original.pk, language=ContentPage.Language.VIETNAMESE).exists():
        raise Refused(_("Hãy chọn một trang tiếng Việt cùng loại."), field="translation_of")


def scheme() -> str:
    """How browsers reach the sites of this installation."""
    return "https" if settings.LIENTHONG_URL.startswith("https:") else "http"


def slug_for(title: str, parent: Page, but: Page | None = None) -> str:
    """The last part of an address: the title without marks, with a number where its neighbours have it already."""
    wanted = slugify(fold(title))[:80].strip("-") or "trang"
    taken = set(parent.get_children().exclude(pk=but.pk if but else None).values_list("slug", flat=True))
    names = (f"{wanted}-{n}" if n > 1 else wanted for n in count(1))
    return next(name for name in names if name not in taken and not (parent.depth == FIRST and is_ours(name)))


def is_ours(name: str) -> bool:
    """True for an address below the first page that the program itself answers ("lien-he", "tim")."""
    return name == "noi-bo" or resolve(f"/{name}/").url_name != "wagtail_serve"


def hash_of(revision: Revision) -> str:
    """SHA-256 of what a revision says, whatever else Wagtail keeps."""
    content: dict[str, Any] = revision.content
    said = {name: content.get(name) for name in _SAID} | {
        name: content[name] for name in _SAID_TOO if content.get(name)
    }
    return sha256_of(said)


def words_of(revision: Revision) -> str:
    """What a revision says as plain words, for the search."""
    content = revision.content
    plain = (content.get(name) for name in ("title", "lead", "place", "doer", "result", "papers", "steps"))
    return " ".join(filter(None, (*plain, text_of(content.get("body") or ""))))


def title_of(title: str) -> str:
    """A title without blanks around it; :class:`Refused` for an empty one."""
    if not title.strip():
        raise Refused(_("Hãy ghi tiêu đề."), field="title")
    return title.strip()[:255]


def cleaned(values: dict[str, Any]) -> dict[str, Any]:
    """The values of fields that a writer may fill in, the body as clean HTML."""
    known = {name: value for name, value in values.items() if name in FIELDS}
    if "body" in known:
        known["body"] = clean(known["body"] or "")
    return known
