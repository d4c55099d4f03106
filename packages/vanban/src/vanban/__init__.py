"""Reads, checks, compares and writes Vietnamese official documents.

``read`` makes a :class:`Document` of any file; ``to_form`` gives it as plain data.
"""

from vanban.forms import to_form
from vanban.model import Assignment, Citation, Document, Heading, Remark, Signatory, Span, Value
from vanban.read import read

__all__ = [
    "Assignment",
    "Citation",
    "Document",
    "Heading",
    "Remark",
    "Signatory",
    "Span",
    "Value",
    "read",
    "to_form",
]
