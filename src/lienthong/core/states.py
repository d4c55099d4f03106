"""States as tables: every allowed move with its reason, and nothing else moves."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from lienthong.core.refusals import Refused


@dataclass(frozen=True, slots=True)
class Edge:
    """One allowed move; ``reason`` says why it exists, in a sentence for the documentation."""

    source: str
    target: str
    act: str
    reason: str


class Workflow:
    """A table of edges. ``move`` refuses whatever the table does not hold."""

    def __init__(self, name: str, edges: Iterable[Edge]) -> None:
        self.name = name
        self.edges = tuple(edges)
        self._by_act = {(edge.source, edge.act): edge.target for edge in self.edges}

    def allows(self, source: str, act: str) -> bool:
        return (source, act) in self._by_act

    def move(self, source: str, act: str) -> str:
        """The state after ``act``, or :class:`Refused` when it is not allowed from ``source``."""
        try:
            return self._by_act[source, act]
        except KeyError:
            raise Refused(_("Bước này không còn làm được: việc đã sang trạng thái khác. Hãy tải lại trang.")) from None
