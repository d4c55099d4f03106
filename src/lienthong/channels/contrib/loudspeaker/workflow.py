"""The states of bulletins and emergencies, and every move between them, each with its reason."""

from lienthong.channels.contrib.loudspeaker.models import AirBulletin, Emergency
from lienthong.core.states import Edge, Workflow

_B = AirBulletin.State
_E = Emergency.State

BULLETIN = Workflow(
    "loudspeaker.bulletin",
    [
        Edge(_B.OFFERED, _B.CHOSEN, "choose", "the commune decides which bulletins from above it plays"),
        Edge(_B.OFFERED, _B.DECLINED, "decline", "the commune does not play it; the reason is kept for the sender"),
        Edge(_B.DECLINED, _B.CHOSEN, "choose", "the commune thought again"),
        Edge(_B.CHOSEN, _B.CANCELLED, "cancel", "it is wrong or out of date; it leaves every schedule"),
    ],
)

EMERGENCY = Workflow(
    "loudspeaker.emergency",
    [
        Edge(_E.CALLED, _E.PLAYING, "agree", "the second person agrees, so nobody waits"),
        Edge(_E.CALLED, _E.STOPPED, "stop", "the second person sees a mistake before anything was heard"),
        Edge(_E.CALLED, _E.PLAYING, "let_through", "nobody answered for two minutes: it plays in the caller's name"),
        Edge(_E.PLAYING, _E.STOPPED, "stop", "the second person sees a mistake while it plays"),
        Edge(_E.PLAYING, _E.ENDED, "finish", "it was played to its end and is to be looked at"),
        Edge(_E.STOPPED, _E.REVIEWED, "review", "a leader looked at what was called and why it was stopped"),
        Edge(_E.ENDED, _E.REVIEWED, "review", "a leader looked at what was called and what was heard"),
    ],
)
