"""The loop of a worker process: wake-up calls, due times and the sweep in turn; several may run at once."""

import logging
import os
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from lienthong.jobs.periodic import fire_due
from lienthong.jobs.sweeping import sweep

#: Seconds between two looks at the queue, and between two rounds of the schedule and the sweep.
LOOK_EVERY = 1.0
ROUND_EVERY = 10.0
#: Wake-up calls taken in a row before the schedule is looked at again.
MOST_IN_A_ROW = 25
#: Seconds to wait after the database did not answer.
PAUSE = 5.0

logger = logging.getLogger(__name__)


class WorkerLoop:
    """``run`` until ``stop``; the call under work is ended first."""

    def __init__(self, queues: list[str], *, round_every: float = ROUND_EVERY) -> None:
        self.name = f"{os.getpid()}-{get_random_string(8)}"
        self._queues = queues
        self._round_every = round_every
        self._next_round = 0.0
        self._stopped = threading.Event()
        self._worker: Worker | None = None

    def stop(self) -> None:
        """End after the present call. Safe to call from a signal handler."""
        self._stopped.set()
        if self._worker is not None:
            self._worker.running = False

    def run(self) -> None:
        while not self._stopped.is_set():
            pause = LOOK_EVERY
            try:
                if time.monotonic() >= self._next_round:
                    self._next_round = time.monotonic() + self._round_every
                    self._safely(fire_due)
                    self._safely(sweep)
                if self.take_calls():
                    pause = 0.0
            except DatabaseError:
                logger.exception("the database does not answer; trying again")
                pause = PAUSE
            close_old_connections()
            self._stopped.wait(pause)

    def take_calls(self) -> bool:
        """Answer the wake-up calls that wait, at most MOST_IN_A_ROW; False when there was none."""
        ready = DBTaskResult.objects.ready()
        if "*" not in self._queues:
            ready = ready.filter(queue_name__in=self._queues)
        if not ready.exists():
            return False
        self._worker = Worker(
            queue_names=self._queues,
            excluded_queue_names=[],
            interval=0,
            batch=True,
            backend_name="default",
            startup_delay=False,
            max_tasks=MOST_IN_A_ROW,
            worker_id=self.name,
        )
        if self._stopped.is_set():
            return False
        self._worker.run()
        return True

    def _safely(self, step: Callable[[], int]) -> None:
        try:
            step()
        except DatabaseError:
            raise
        except Exception:
            logger.exception("%s failed", step.__name__)


def tick() -> None:
    """One round in this process: what is due, the sweep, and every call that waits."""
    fire_due()
    sweep()
    loop = WorkerLoop(["*"])
    while loop.take_calls():
        pass
