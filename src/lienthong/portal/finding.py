"""Where in a page the words that were looked for stand: a short stretch of it, the words marked."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from lienthong.core.richtext import text_of
from lienthong.core.text import search_fold
from lienthong.portal.models import ContentPage

_AROUND = 12


def marked(page: ContentPage, query: str) -> SafeString:
    """Some words before and after the first that was found, each found word in ``<mark>``."""
    wanted = search_fold(query).split()
    printed = f"{page.lead} {text_of(page.body)}".split()
    hits = [any(search_fold(word).startswith(each) for each in wanted) for word in printed]
    first = hits.index(True) if True in hits else 0
    start = max(0, first - _AROUND)
    shown = list(zip(printed, hits, strict=True))[start : first + 3 * _AROUND]
    parts = [format_html("<mark>{}</mark>" if hit else "{}", word) for word, hit in shown]
    return format_html("{}{}", "… " if start else "", format_html_join(" ", "{}", ((part,) for part in parts)))
