"""Exchange packages: QCVN 102:2016/BTTTT with its amendment SĐ1:2022.

``read_package`` reads the current dialect, the old SOAP envelope and the provinces' XML; ``write_package`` writes the
current dialect. ``read_status`` and ``write_status`` do the same for messages about what became of a document. How
packages travel is not this module's business: it makes and takes files (.edxml).
"""

from vanban.edxml.lengths import length_remarks
from vanban.edxml.model import (
    Attachment,
    Business,
    DocumentKey,
    Organ,
    Package,
    Replacement,
    ResponseFor,
    Staff,
    Status,
    Trace,
)
from vanban.edxml.reading import is_package, read_package
from vanban.edxml.status import read_status, write_status
from vanban.edxml.writing import write_package

__all__ = [
    "Attachment",
    "Business",
    "DocumentKey",
    "Organ",
    "Package",
    "Replacement",
    "ResponseFor",
    "Staff",
    "Status",
    "Trace",
    "is_package",
    "length_remarks",
    "read_package",
    "read_status",
    "write_package",
    "write_status",
]
