"""Two outlets give their receipt at the same moment, and two products at once: one note each, numbers without a gap."""

from functools import partial

import pytest

from lienthong.core.tests.together import together
from lienthong.corrections.actions.note_product import note_product
from lienthong.corrections.models import Correction
from lienthong.newsroom.service import Version
from lienthong.newsroom.tests.factories import NOTE, make_approved
from lienthong.organisations.tests.factories import cast

PRODUCTS, EACH = 3, 2


@pytest.mark.usefixtures("shared_database")
def test_receipts_at_the_same_moment_make_one_note_for_each_version():
    people = cast()
    versions = [make_approved(people).approved for _ in range(PRODUCTS)]
    Version.objects.update(correction=NOTE)
    versions = list(Version.objects.filter(pk__in=[version.pk for version in versions]))
    note = partial(note_product, approved_by=people.leader.position)
    assert together(partial(note, version) for version in versions for _ in range(EACH)) == []
    notes = Correction.objects.order_by("number")
    assert [note.number for note in notes] == [1, 2, 3]
    assert {note.version for note in notes} == set(versions)
