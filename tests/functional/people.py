"""A person at a browser: what he reads, types, presses; and what every page that he stops at must keep."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import ConsoleMessage, Download, Locator, Page, Response, expect

from lienthong.organisations.service import Actor
from lienthong.organisations.tests.factories import PASSWORD, sign_in

Opens = Callable[..., "Person"]
expect.set_options(timeout=15_000)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
#: True for a link or button after which another page comes; others ask for a part of the page or need no server.
LEAVES = """(found) => {
  if (found.matches("a")) return !found.matches("[hx-get], [href^='#'], .to-text");
  const form = found.form;
  return Boolean(form) && found.type === "submit" && !form.matches("[hx-post], #tai-len, #chup");
}"""


class Person:
    """Acts in words; each act waits for what it needs, so nothing sleeps."""

    def __init__(self, page: Page, actor: Actor, folder: Path, site: str) -> None:
        self.page, self.actor, self.folder, self.site = page, actor, folder, site
        self.errors: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("response", self._hear_answer)

    def _hear(self, message: ConsoleMessage) -> None:
        # A page that answers 4xx says so in the console as well; that answer is what the test reads on the page.
        own_answer = message.text.startswith("Failed to load resource") and message.location["url"] == self.page.url
        if message.type == "error" and not own_answer:
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    def _hear_answer(self, answer: Response) -> None:
        if answer.status >= 500:
            self.errors.append(f"{answer.status} {answer.url}")

    # Going

    def signs_in(self, password: str = PASSWORD) -> None:
        self.page.goto(reverse("account_login"))
        self.types("Tên đăng nhập", self.actor.user.username)
        self.types("Mật khẩu", password)
        self.presses("Đăng nhập")

    def is_signed_in(self) -> None:
        """As after the sign-in page, which has journeys of its own: on the first page, in this position."""
        session = sign_in(Client(), self.actor).session.session_key
        self.page.context.add_cookies([
            {"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.site},
        ])  # fmt: skip
        self.page.goto(reverse("workspace:home"))

    def goes_to(self, name: str, *args: Any, **query: Any) -> None:
        self.page.goto(reverse(name, args=args, query=query or None))

    def follows(self, words: str, *, within: Locator | None = None, exact: bool = False) -> None:
        self._clicks((within or self.page).get_by_role("link", name=words, exact=exact).first)

    def _clicks(self, found: Locator) -> None:
        if not found.evaluate(LEAVES):
            found.click()
            return
        with self.page.expect_navigation():
            found.click()
        assert not self.errors, self.errors

    # Doing

    def types(self, label: str, words: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_label(label).first.fill(words)

    def writes(self, words: str) -> None:
        """Types at the end of the text in the editor, which sets its caret anew a moment after it is entered."""
        editor = self.page.locator(".tiptap")
        editor.focus()
        self.page.evaluate("new Promise((done) => setTimeout(done, 100))")
        editor.press("Control+End")
        self.page.keyboard.type(words)
        expect(editor).to_have_text(re.compile(re.escape(words.strip()) + r"\s*$"))

    def chooses(self, label: str, option: str, *, within: Locator | None = None) -> None:
        (within or self.page).get_by_label(label).first.select_option(label=option)

    def presses(self, words: str, *, within: Locator | None = None, exact: bool = False) -> None:
        self._clicks((within or self.page).get_by_role("button", name=words, exact=exact).first)

    def opens(self, words: str, *, within: Locator | None = None) -> None:
        (within or self.page).locator("summary", has_text=words).first.click()

    def downloads(self, words: str) -> Path:
        """The file that the link ``words`` gives."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("link", name=words).first.click()
        given: Download = waiting.value
        kept = self.folder / given.suggested_filename
        given.save_as(kept)
        return kept

    # Reading

    def row(self, words: str) -> Locator:
        """The line of a list or table with ``words``."""
        return self.page.locator("li.row, tbody tr, article.proposal, .draft-tasks > li").filter(has_text=words).first

    def reads(self, words: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        expect((within or self.page.locator("main")).get_by_text(words).first).to_be_visible()

    def does_not_read(self, words: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        expect((within or self.page.locator("main")).get_by_text(words)).to_have_count(0)

    def heading_is(self, words: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(words)

    def looks(self, *, language: str = "vi") -> None:
        """This page is in order: accessible, quiet, in its language, with one title, no wider than the screen."""
        page = self.page
        page.wait_for_load_state("load")
        assert not self.errors, f"{page.url}: {self.errors}"
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").count() == 1, f"{page.url}: {page.locator('h1').all_inner_texts()}"
        width = page.evaluate("document.documentElement.scrollWidth")
        shown = page.evaluate("window.innerWidth")
        asked = page.viewport_size["width"] if page.viewport_size else shown
        assert width <= asked, f"{page.url} is {width} wide on a screen of {asked}"
        options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options)
        if found.violations_count:
            # An editor builds its tools after the page is loaded; what is wrong for good is wrong again.
            page.evaluate("new Promise((done) => setTimeout(done, 500))")
            found = Axe().run(page, options=options)
        assert not found.violations_count, f"{page.url}\n{found.generate_report()}"
