"""Reads, checks, compares and writes Vietnamese official documents.

``read`` makes a :class:`Document` of any file and ``to_form`` gives it as plain data; ``compose`` writes a .docx;
``rhythm`` reads how often something is due.
"""

from vanban.compose import ComposeModel, compose
from vanban.forms import to_form
from vanban.model import Assignment, Citation, Document, Heading, Remark, Signatory, Span, Value
from vanban.read import read
from vanban.rhythm import Rhythm, rhythm

__all__ = [
    "Assignment",
    "Citation",
    "ComposeModel",
    "Document",
    "Heading",
    "Remark",
    "Rhythm",
    "Signatory",
    "Span",
    "Value",
    "compose",
    "read",
    "rhythm",
    "to_form",
]
