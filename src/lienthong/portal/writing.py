"""The words of a public page: cleaned when they come in, hashed as they were approved, addressed without marks."""

import hashlib
import json
from itertools import count
from typing import Any

from django.urls import resolve
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from lienthong.core.refusals import Refused
from lienthong.core.richtext import clean, text_of
from lienthong.core.text import fold

#: How deep the first page of a site stands in the tree.
_FIRST = 2
#: Fields of a page that a writer fills in, besides its title.
FIELDS = ("lead", "body", "picture", "day", "source", "go_live_at", "expire_at")


def slug_for(title: str, parent: Page) -> str:
    """The last part of an address: the title without marks, with a number where its neighbours have it already."""
    wanted = slugify(fold(title))[:80].strip("-") or "trang"
    taken = set(parent.get_children().values_list("slug", flat=True))
    names = (f"{wanted}-{n}" if n > 1 else wanted for n in count(1))
    return next(name for name in names if name not in taken and not (parent.depth == _FIRST and _is_ours(name)))


def _is_ours(name: str) -> bool:
    """True for an address below the first page that the program itself answers ("lien-he", "tim")."""
    return name == "noi-bo" or resolve(f"/{name}/").url_name != "wagtail_serve"


def hash_of(revision: Revision) -> str:
    """SHA-256 of what a revision says: title, lead, body, picture, day and source, whatever else Wagtail keeps."""
    content: dict[str, Any] = revision.content
    said = {name: content.get(name) for name in ("title", "lead", "body", "picture", "day", "source")}
    return hashlib.sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def words_of(revision: Revision) -> str:
    """Title, lead and body of a revision as plain words, for the search."""
    content = revision.content
    return " ".join(filter(None, (content.get("title"), content.get("lead"), text_of(content.get("body") or ""))))


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
