"""With English chosen, what stands in Vietnamese on a public page is marked so (WCAG 2.2, 3.1.2)."""

import re

import pytest
from django.conf import settings
from django.test import Client
from lxml import html

from tests.architecture.test_public_addresses import DESCRIBED
from tests.architecture.world import build_world

#: Letters that English does not have.
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ\u1ea0-\u1ef9]")
#: A title holds text alone, so nothing in it can be marked; the others are read by programs.
NOT_READ = {"title", "script", "style"}
PAGES = [entry["get"]["operationId"] for entry in DESCRIBED["paths"].values()
         if "Page" in str(entry.get("get", {}).get("responses"))]  # fmt: skip


def unmarked(page: str) -> list[str]:
    """Vietnamese words that a screen reader would read as English."""
    found = []
    for node in html.fromstring(page).xpath("//text()"):
        element = node.getparent() if not node.is_tail else node.getparent().getparent()
        spoken = next(iter(element.xpath("ancestor-or-self::*[@lang][1]/@lang")), "")
        if element.tag not in NOT_READ and spoken != "vi" and VIETNAMESE.search(node):
            found.append(str(node).strip())
    return found


def test_what_is_unmarked_is_seen():
    body = '<p>Tên <b lang="vi">việc</b> đó</p><p lang="vi"><i lang="en">là</i> gì</p>'
    page = f'<html lang="en"><head><title>Tên</title></head><body>{body}</body></html>'
    assert unmarked(page) == ["Tên", "đó", "là"]


@pytest.mark.django_db
def test_vietnamese_is_marked_on_every_public_page_in_english():
    world = build_world()
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert '<html lang="en">' in client.get("/").text
    wrong = {}
    for name in ["wagtail_serve", *PAGES]:
        answer = client.get(world.address(name), follow=True)
        if found := unmarked(answer.text):
            wrong[name] = found
    assert not wrong, "\n".join(f"{name}: {found}" for name, found in wrong.items())
