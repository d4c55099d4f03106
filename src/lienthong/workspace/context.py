"""What the frame around every staff page shows."""

from django.http import HttpRequest
from django.utils.functional import cached_property

from lienthong.inbox.service import Notice
from lienthong.organisations.service import Actor, Position
from lienthong.workspace import nav


class Frame:
    """Asked by the base template only, so that a page without the frame costs nothing."""

    def __init__(self, request: HttpRequest, actor: Actor) -> None:
        self.request, self.actor = request, actor

    @cached_property
    def items(self) -> list[dict[str, object]]:
        here = self.request.path
        found = [(item, item.url) for item in nav.items_for(self.actor)]
        # The longest address that starts the present one is the room the person is in.
        room = max((url for _item, url in found if here.startswith(url)), key=len, default="")
        return [{"item": item, "url": url, "here": url == room} for item, url in found]

    @property
    def unread(self) -> int:
        return Notice.objects.filter(position=self.actor.position, read_at=None).count() if self.actor.position else 0

    @property
    def other_positions(self) -> list[Position]:
        return [position for position in self.actor.held if position != self.actor.position]


def frame(request: HttpRequest) -> dict[str, object]:
    actor = getattr(request, "actor", None)
    return {"actor": actor, "frame": Frame(request, actor)} if actor is not None else {}
