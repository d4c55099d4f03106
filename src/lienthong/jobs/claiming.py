"""Run the work of one row: claim it, keep the lease while the work lasts, and let failures wait for their next try."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import DatabaseError, connection

from lienthong.jobs.models import Claim, LeaseLost

Row = TypeVar("Row", bound=Claim)
logger = logging.getLogger(__name__)


def claim_and_run(row: Row, handler: Callable[[Row], None]) -> bool:
    """Do the work of ``row`` if it can be claimed; True when this call did it.

    ``handler`` writes its result and calls ``row.finish()`` in one transaction, or puts the row back for later. What
    it raises is kept in ``last_error`` and tried again later; a handler that returns without either has failed too.
    """
    if not row.claim():
        return False
    try:
        with _heartbeat(row):
            handler(row)
        if row.job_state == Claim.CLAIMED:
            raise RuntimeError("the handler did not finish its row")
    except LeaseLost:
        logger.warning("%s %s was taken over by another worker", row._meta.label, row.pk)
        return False
    except Exception as error:
        logger.exception("%s %s failed", row._meta.label, row.pk)
        _put_back(row, f"{type(error).__name__}: {error}")
        return False
    return row.job_state == Claim.DONE


def _put_back(row: Claim, error: str) -> None:
    try:
        row.give_up_or_retry(error)
    except LeaseLost:
        logger.warning("%s %s was taken over by another worker", row._meta.label, row.pk)


@contextmanager
def _heartbeat(row: Claim) -> Iterator[None]:
    """Refresh the lease from a thread of its own three times in its length; a row that is read for an hour is held."""
    ended = threading.Event()
    # The key belongs to the concrete class, which mypy does not look at here.
    own = type(row)(pk=row.pk, attempts=row.attempts)  # type: ignore[misc]

    def beat() -> None:
        try:
            while not ended.wait(row.LEASE.total_seconds() / 3):
                try:
                    own.refresh_lease()
                except LeaseLost:
                    return
                except DatabaseError:
                    logger.exception("could not refresh the lease of %s %s", row._meta.label, row.pk)
        finally:
            connection.close()

    thread = threading.Thread(target=beat, name=f"lease-{row.pk}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
