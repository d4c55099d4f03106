"""Takes the pictures of the documentation from a running demonstration.

Usage: python docs/images/take.py [http://127.0.0.1:8000]
Start ``script/demo`` first; Chromium must be installed.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Page, sync_playwright

HERE = Path(__file__).parent
PASSWORD = "minh-hoa-2026"  # noqa: S105 - the one that the demonstration prints
DESK = {"viewport": {"width": 1280, "height": 800}}
SMALL = {"viewport": {"width": 1180, "height": 740}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}


def link(page: Page, pattern: str) -> str:
    """The address of the first link on the page whose address matches ``pattern``."""
    addresses = page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
    return next(address for address in addresses if re.search(pattern, address))


def home(page: Page) -> None:
    page.wait_for_selector("main")


def document_waiting(page: Page) -> None:
    page.goto(urljoin(page.url, link(page, r"/chuyen-xu-ly/|/van-ban/\d+/")))
    if "/chuyen-xu-ly/" not in page.url:
        page.goto(page.url + "chuyen-xu-ly/")


def review(page: Page) -> None:
    page.goto(page.url + "van-ban/1/duyet/")
    page.wait_for_timeout(400)


def plan(page: Page) -> None:
    page.goto(page.url + "ke-hoach/1/")


def hamlet_share(page: Page) -> None:
    page.goto(urljoin(page.url, link(page, r"/phan-viec/\d+/")))


def calendar(page: Page) -> None:
    page.goto(page.url + "ke-hoach/lich/")


def report(page: Page) -> None:
    page.goto(page.url + "bao-cao/")
    page.goto(urljoin(page.url, link(page, r"/bao-cao/1/$")))
    page.locator("a[href*='/so-lieu/']").nth(6).click()
    page.wait_for_timeout(600)


def draft(page: Page) -> None:
    page.goto(urljoin(page.url, link(page, r"/du-thao/$")))
    page.goto(urljoin(page.url, link(page, r"/du-thao/\d+/$")))


def register(page: Page) -> None:
    page.goto(page.url + "van-ban/so/den/")


#: Name of the picture, account, window, how to get there.
PICTURES: tuple[tuple[str, str, dict[str, object], Callable[[Page], None]], ...] = (
    ("viec-cua-toi", "dieuphoi", DESK, home),
    ("duyet", "dieuphoi", SMALL, review),
    ("cho-y-kien", "lanhdao", PHONE, document_waiting),
    ("ke-hoach", "dieuphoi", DESK, plan),
    ("phan-viec", "truongthon", PHONE, hamlet_share),
    ("lich", "trungtam", DESK, calendar),
    ("bao-cao", "dieuphoi", DESK, report),
    ("du-thao", "dieuphoi", DESK, draft),
    ("so-van-ban-den", "vanthu", DESK, register),
)


def take(browser: Browser, site: str, only: list[str]) -> None:
    for name, account, window, go in PICTURES:
        if only and name not in only:
            continue
        context = browser.new_context(locale="vi-VN", **window)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{site}/noi-bo/tai-khoan/dang-nhap/")
        page.fill("input[name=login]", account)
        page.fill("input[name=password]", PASSWORD)
        page.press("input[name=password]", "Enter")
        page.wait_for_url(f"{site}/noi-bo/")
        go(page)
        page.screenshot(path=HERE / f"{name}.png")
        sys.stdout.write(f"{name}.png {(HERE / f'{name}.png').stat().st_size // 1024} kB\n")
        context.close()


def main() -> None:
    site = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"], env={"LANGUAGE": "vi"})
        take(browser, site, sys.argv[2:])
        browser.close()


if __name__ == "__main__":
    main()
