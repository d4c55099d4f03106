"""People who act at the same moment, each over a connection of his own."""

import threading
from collections.abc import Callable, Iterable

from django.db import connections


def together(works: Iterable[Callable[[], object]]) -> list[Exception]:
    """Do all of ``works`` at once, each in its own thread; what was raised. Needs the fixture ``shared_database``."""
    waiting, raised = list(works), list[Exception]()
    start = threading.Barrier(len(waiting))

    def run(work: Callable[[], object]) -> None:
        try:
            start.wait(timeout=20)
            work()
        except Exception as error:
            raised.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=run, args=(work,)) for work in waiting]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert not any(thread.is_alive() for thread in threads)
    return raised
