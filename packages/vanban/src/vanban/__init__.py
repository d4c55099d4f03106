"""Reads, checks, compares and writes Vietnamese official documents.

``read`` makes a :class:`Document` of any file, ``read_archive`` of each file in a .zip, and ``to_form`` gives it as
plain data; ``check`` finds what departs from the decree; ``compose`` writes a .docx or a PDF; ``compare`` tells what a
local plan made of the document above it; ``rhythm`` reads how often something is due; ``page_images`` draws the pages
of a file; ``edxml`` reads and writes exchange packages.
"""

from vanban import edxml
from vanban.check import Facts, Finding, Report, check
from vanban.compare import Comparison, compare
from vanban.compose import ComposeModel, compose
from vanban.esign import roots_in, signatures
from vanban.forms import to_form
from vanban.model import Assignment, Citation, Document, ElectronicSignature, Heading, Remark, Signatory, Span, Value
from vanban.pages import PageImage, page_images, page_sizes
from vanban.read import read, read_archive
from vanban.rhythm import Rhythm, rhythm
from vanban.sources.limits import Unreadable

__all__ = [
    "Assignment",
    "Citation",
    "Comparison",
    "ComposeModel",
    "Document",
    "ElectronicSignature",
    "Facts",
    "Finding",
    "Heading",
    "PageImage",
    "Remark",
    "Report",
    "Rhythm",
    "Signatory",
    "Span",
    "Unreadable",
    "Value",
    "check",
    "compare",
    "compose",
    "edxml",
    "page_images",
    "page_sizes",
    "read",
    "read_archive",
    "rhythm",
    "roots_in",
    "signatures",
    "to_form",
]
