"""Sends deliveries: ``python -m benchmarks.site.deliver PORT COUNT``; prints how many a minute, as JSON.

PORT is the one of the demonstration's twin. First as many rows are claimed and finished without a channel.
"""

from __future__ import annotations

import json
import sys
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from lienthong.channels.core.models import Delivery  # noqa: E402
from lienthong.channels.core.tasks import send_due  # noqa: E402
from lienthong.channels.core.tests.factories import make_message, make_outlet, order  # noqa: E402
from lienthong.jobs.service import Claim, claim_and_run  # noqa: E402
from lienthong.organisations.tests.factories import cast  # noqa: E402


def ordered(port: int, count: int) -> None:
    with transaction.atomic():
        people = cast()
        outlet = make_outlet(people, "demo", options={"port": port, "behaviour": "takes", "wait": 20})
        for number in range(count):
            order(people, outlet, make_message(), subject=f"bench.version:{number}")


def claimed() -> float:
    """Seconds to claim and finish every row; afterwards they wait again."""
    began = time.perf_counter()
    while rows := list(Delivery.objects.due()[:50]):
        for row in rows:
            claim_and_run(row, Delivery.finish)
    took = time.perf_counter() - began
    Delivery.objects.update(job_state=Claim.WAITING, attempts=0)
    return took


def sent() -> float:
    """Seconds until every row is delivered, in calls of the task that a worker runs."""
    began = time.perf_counter()
    while Delivery.objects.still_to_come().exists():
        send_due.call()
    return time.perf_counter() - began


def main() -> None:
    port, count = int(sys.argv[1]), int(sys.argv[2])
    call_command("migrate", verbosity=0)
    ordered(port, count)
    bare, whole = claimed(), sent()
    assert Delivery.objects.counted().count() == count
    print(json.dumps({"claims": count / bare * 60, "deliveries": count / whole * 60}))


main()
