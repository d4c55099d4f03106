"""Bodies stand in the Vietnamese order on every database."""

import random

import pytest

from lienthong.core.tests.test_text import IN_ORDER
from lienthong.organisations.models import Body
from lienthong.organisations.tests.factories import BodyFactory


@pytest.mark.django_db
def test_the_database_sorts_like_python():
    for name in random.Random(3).sample(IN_ORDER, len(IN_ORDER)):
        BodyFactory(name=name)
    assert list(Body.objects.order_by("sort").values_list("name", flat=True)) == IN_ORDER
