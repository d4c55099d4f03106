"""The door of the gate: every public form that writes something comes in through it."""

from lienthong.gate.counting import admit, count, judged
from lienthong.gate.crowds import Crowd, counted, forget, spared
from lienthong.gate.doors import WORDS, Door, Verdict
from lienthong.gate.guessing import guessable
from lienthong.gate.handing import Arriving, Form, again, form_of, new_form

__all__ = [
    "WORDS",
    "Arriving",
    "Crowd",
    "Door",
    "Form",
    "Verdict",
    "admit",
    "again",
    "count",
    "counted",
    "forget",
    "form_of",
    "guessable",
    "judged",
    "new_form",
    "spared",
]
