"""What search engines read of an article, in the words of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

if TYPE_CHECKING:
    from lienthong.portal.models import ArticlePage

_NEVER_IN_A_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def structured_article(page: ArticlePage, request: HttpRequest) -> SafeString:
    """A NewsArticle as JSON-LD, ready to stand in a script element."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "description": page.lead,
        "datePublished": page.day.isoformat(),
        "inLanguage": "vi",
        "mainEntityOfPage": request.build_absolute_uri(page.get_url(request) or "/"),
    }
    # Letters that could end the script are written as JSON escapes, so what is left is safe there.
    return mark_safe(json.dumps(said, ensure_ascii=False).translate(_NEVER_IN_A_SCRIPT))  # noqa: S308
