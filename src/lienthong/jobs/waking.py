"""Wake a worker for a row, after the transaction that wrote the row."""

from typing import Any

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult


def wake(task: Task[Any, Any], *args: object) -> None:
    """Enqueue ``task(*args)`` once the present transaction is committed; nothing when the same call waits already.

    ``args`` are plain JSON values: the keys of rows, never their content. A wake-up that fails is no harm, the sweep
    finds the row.
    """
    transaction.on_commit(lambda: _enqueue(task, args), robust=True)


def _enqueue(task: Task[Any, Any], args: tuple[object, ...]) -> None:
    waiting = DBTaskResult.objects.filter(
        status=TaskResultStatus.READY,
        task_path=task.module_path,
        args_kwargs={"args": list(args), "kwargs": {}},
    )
    if not waiting.exists():
        task.enqueue(*args)
