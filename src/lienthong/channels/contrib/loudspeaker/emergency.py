"""An emergency in time, without a clock of its own: which step has become due at a moment.

The table of moves is ``workflow.EMERGENCY``; here stands only what time does to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

#: So long the second person is waited for; then it plays in the caller's name.
ANSWER_WITHIN = timedelta(minutes=2)
#: Said before and after the text of a drill, in the sound itself.
DRILL_BEFORE = "Đây là nội dung diễn tập. Xin nhắc lại, đây là nội dung diễn tập."
DRILL_AFTER = "Hết nội dung diễn tập. Bà con không phải làm gì."


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an emergency stands. ``seconds`` is how long its sound takes; None while the sound is being made."""

    state: str
    called_at: datetime
    seconds: float | None = None
    plays_at: datetime | None = None

    @property
    def answer_by(self) -> datetime:
        return self.called_at + ANSWER_WITHIN

    @property
    def ends_at(self) -> datetime | None:
        if self.plays_at is None or self.seconds is None:
            return None
        return self.plays_at + timedelta(seconds=self.seconds)


def due_step(standing: Standing, now: datetime) -> str | None:
    """The step that time makes at ``now``: "let_through", "finish", or None when it makes none."""
    if standing.state == "called" and now >= standing.answer_by:
        return "let_through"
    if standing.state == "playing" and standing.ends_at is not None and now >= standing.ends_at:
        return "finish"
    return None


def spoken_text(text: str, *, drill: bool) -> str:
    """What the sound says: of a drill it says before and after that it is one."""
    text = text.strip()
    return f"{DRILL_BEFORE}\n{text}\n{DRILL_AFTER}" if drill else text


def says_drill(text: str) -> bool:
    """True when ``text`` itself says that it is a drill."""
    return "diễn tập" in text.lower()
