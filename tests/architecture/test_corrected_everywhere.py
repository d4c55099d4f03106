"""What each channel that is installed shows of a corrected version: the words of the correction, before the article."""

import pytest
from django.template.loader import render_to_string

from lienthong.channels.core.registry import all_channels
from lienthong.channels.core.service import Account
from lienthong.channels.core.tests.factories import make_outlet, send_all
from lienthong.newsroom.outgoing import message_for
from lienthong.newsroom.service import deliveries_for
from lienthong.newsroom.tests.factories import NOTE, make_corrected, make_scheduled
from lienthong.organisations.tests.factories import cast
from lienthong.portal.tests.factories import make_column, make_portal

#: A broadcast sends articles that are out already, in the words in which they are out.
CHANNELS = [one for one in all_channels() if one.code != "zalo-broadcast"]


@pytest.mark.django_db
@pytest.mark.parametrize("channel", CHANNELS, ids=lambda channel: channel.code)
def test_every_channel_says_first_that_it_corrects(channel, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    people = cast()
    make_portal(people)
    column = make_column(people).page.pk
    feed = make_outlet(people, "feeds", options={"title": "Tin xã", "about": "Tin của xã"})
    product = make_scheduled(people, outlets=[feed])
    send_all(*deliveries_for(product))
    product.refresh_from_db()
    version = make_corrected(people, product, lead="Mỗi thôn một buổi.").approved
    options = {"column": column, "author": "UBND xã", "name": "UBND xã", "days": 14, "priority": 1, "place": "Nhóm"}
    account = Account(0, people.office.pk, "Nơi phát hành", options, {}, lambda exchange: None)
    shown = channel(account).preview(message_for(product, version, channel.code))
    text = render_to_string(shown.template, shown.context)
    assert text.count(NOTE) == 1
    assert "Đính chính" in text[: text.index(NOTE)]
    assert text.index(NOTE) < text.index("ngày 06/3, mỗi thôn")
