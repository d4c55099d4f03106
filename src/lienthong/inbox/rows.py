"""Work items as rows of *Việc của tôi*: what is late of one series is one row, so that a backlog hides nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lienthong.inbox.models import WorkItem
from lienthong.inbox.queries import WorkItemQuerySet

#: A list shows at most this many rows, and looks at this many items for them.
MOST_ROWS, MOST_ITEMS = 60, 600


@dataclass(slots=True)
class Row:
    """``item`` is the earliest; ``more`` others of its series are late too."""

    item: WorkItem
    more: int = 0


def rows_of(items: WorkItemQuerySet, today: date) -> list[Row]:
    """The rows of ``items`` in their order."""
    rows: list[Row] = []
    late: dict[tuple[str, str], Row] = {}
    for item in items.select_related("body")[:MOST_ITEMS]:
        key = (item.series, item.kind)
        if item.series and item.due and item.due < today:
            if key in late:
                late[key].more += 1
                continue
            late[key] = Row(item)
            rows.append(late[key])
        else:
            rows.append(Row(item))
    return rows[:MOST_ROWS]
