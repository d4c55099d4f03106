"""Formatted text: one editor, and one rule of what stays of what it sends. Rooms that write for the public share it."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import TYPE_CHECKING

import nh3
from csp.decorators import csp_update
from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.html import strip_tags
from django_prose_editor.widgets import ProseEditorWidget
from js_asset import Media

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

#: What a writer may use; everything else is taken out before it is stored.
_TAGS = {
    "p",
    "br",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "strong",
    "em",
    "a",
    "blockquote",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes={"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan", "scope"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel="noopener nofollow",
)
#: The marks that the editor offers are those that :func:`clean` keeps.
_EDITOR = {
    "extensions": {
        "Bold": True, "Italic": True, "BulletList": True, "OrderedList": True, "ListItem": True, "Blockquote": True,
        "Heading": {"levels": [2, 3]}, "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto", "tel"]},
        "Table": True, "TableRow": True, "TableHeader": True, "TableCell": True, "HardBreak": True,
    }
}  # fmt: skip


def clean(html: str) -> str:
    """``html`` with nothing but plain markup; "" where no word is left."""
    cleaned = _CLEANER.clean(html).strip()
    return cleaned if nh3.clean(cleaned, tags=set()).strip() else ""


def text_of(html: str) -> str:
    """The plain words of clean HTML, in one line."""
    return " ".join(unescape(strip_tags(html.replace("<", " <"))).split())


def rich_field(label: StrOrPromise) -> forms.CharField:
    """A field of formatted text; not required, because an act says better what is missing."""
    widget = ProseEditorWidget(config=_EDITOR, preset="configurable")
    return forms.CharField(label=label, required=False, widget=widget)


def with_editor(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """The one style sheet that the editor writes into its page is allowed there by its hash, and no other."""
    allowed = csp_update({"style-src": ["'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"]})
    answered: Callable[..., HttpResponseBase] = allowed(view)
    return answered


def editor_media(request: HttpRequest, form: forms.BaseForm) -> Media:
    """Scripts and styles of the editor in ``form``, with the nonce under which this page may load them."""
    return Media.from_media(form.media, nonce=str(getattr(request, "csp_nonce", "")))
