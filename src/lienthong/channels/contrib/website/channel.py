"""The office's own portal: an approved message as an article below one of its columns, one page for each product."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from lienthong.channels.core.service import (
    Channel,
    ItemState,
    Limits,
    Message,
    OfficeOptionsForm,
    PassingError,
    PermanentError,
    Preview,
    Receipt,
    Settle,
)
from lienthong.core.language import site_language
from lienthong.core.refusals import Refused
from lienthong.portal.service import (
    NotYet,
    columns_of,
    full_address,
    preview_of,
    publish_release,
    released_at,
    withdraw_release,
)


class OptionsForm(OfficeOptionsForm):
    column = forms.TypedChoiceField(
        label=gettext_lazy("Chuyên mục trên cổng"), coerce=int,
        help_text=gettext_lazy("Chọn trong các chuyên mục đang đăng trên cổng thông tin của cơ quan."),
    )  # fmt: skip

    def offer(self, office_id: int) -> None:
        field = self.fields["column"]
        assert isinstance(field, forms.ChoiceField), "the column is chosen"
        field.choices = columns_of(office_id)
        if not field.choices:
            field.help_text = gettext_lazy("Cơ quan chưa có chuyên mục nào đang đăng. Hãy mở cổng và duyệt chuyên mục.")


class Website(Channel):
    """The page stands under our own reference, so publishing once more is the same page."""

    code: ClassVar[str] = "website"
    label = gettext_lazy("Cổng thông tin")
    settle = Settle.IDEMPOTENT
    options_form = OptionsForm
    limits = Limits(
        title=250, summary=600, files=30, content_types=("image/webp", "audio/mpeg", "audio/mp4", "video/mp4")
    )
    outside = False
    shows_corrections = True

    def preview(self, message: Message) -> Preview:
        try:
            page = preview_of(message, office_id=self.account.office, column=self._column)
        except Refused as refused:
            raise PermanentError(refused.sentence) from refused
        return Preview("website/preview.html", {"page": page})

    def publish(self, message: Message) -> Receipt:
        with _said_as_faults():
            released = publish_release(
                message, office_id=self.account.office, outlet=self.account.outlet, column=self._column
            )
        return Receipt(message.reference, ItemState.PUBLISHED, url=full_address(released))

    def check(self, item: str) -> Receipt:
        address = released_at(item, office_id=self.account.office)
        return Receipt(item, ItemState.PUBLISHED if address else ItemState.GONE, url=address)

    def withdraw(self, item: str) -> Receipt:
        withdraw_release(item, office_id=self.account.office)
        return Receipt(item, ItemState.WITHDRAWN)

    @property
    def _column(self) -> int:
        return int(self.account.options.get("column") or 0)


@contextmanager
def _said_as_faults() -> Iterator[None]:
    """What the portal refuses, as a channel says it: for now, or for good."""
    with site_language():
        try:
            yield
        except NotYet as closed:
            raise PassingError(str(closed.sentence)) from closed
        except Refused as refused:
            raise PermanentError(refused.sentence) from refused
