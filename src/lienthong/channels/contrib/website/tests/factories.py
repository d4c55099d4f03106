"""Approved products on the portal, made through the acts."""

from __future__ import annotations

from typing import Any

from lienthong.channels.core.service import Delivery, Outlet, deliveries_of
from lienthong.channels.core.tests.factories import make_outlet, send_all
from lienthong.core.keys import key_of
from lienthong.newsroom.service import (
    Product,
    approve_product,
    begin_correction,
    schedule_product,
    submit_product,
    write_version,
)
from lienthong.organisations.tests.factories import Cast
from lienthong.portal.service import PageState


def make_place(people: Cast, column: PageState, **values: Any) -> Outlet:
    """The portal as a place of release, turned on."""
    return make_outlet(people, "website", name="Cổng của xã", options={"column": column.page.pk}, **values)


def sent(product: Product) -> list[Delivery]:
    """One round of a worker; the deliveries of ``product``, the oldest first, and the product as they are then."""
    deliveries = list(deliveries_of(key_of(product)).order_by("pk"))
    send_all(*deliveries)
    product.refresh_from_db()
    return deliveries


def make_corrected(people: Cast, product: Product, place: Outlet, *, body: str, note: str, **values: Any) -> Product:
    """The corrected version, approved and ordered for now."""
    product = begin_correction(people.leader, product, reason="Sai giờ.")
    assert product.newest is not None
    said = {"title": product.title, "body": body, "correction": note} | values
    product = write_version(people.member, product, seen=product.newest.number, **said)
    assert product.newest is not None
    product = approve_product(people.leader, submit_product(people.member, product), seen=product.newest.number)
    return schedule_product(people.member, product, outlets=[place])
