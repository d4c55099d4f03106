"""The door of the procedures room."""

from lienthong.procedures.actions.add_blank_form import add_blank_form
from lienthong.procedures.actions.approve_batch import approve_batch
from lienthong.procedures.actions.approve_version import approve_version
from lienthong.procedures.actions.check_procedure import check_procedure
from lienthong.procedures.actions.import_procedures import import_procedures
from lienthong.procedures.actions.note_replaced_law import note_replaced_law
from lienthong.procedures.actions.post_procedure import post_procedure
from lienthong.procedures.actions.submit_version import submit_version
from lienthong.procedures.actions.write_guide import write_guide
from lienthong.procedures.actions.write_procedure import write_procedure
from lienthong.procedures.batches import words_of_batch
from lienthong.procedures.imports.sheet import SHEET
from lienthong.procedures.models import Batch, Guide, Procedure
from lienthong.procedures.posting import CHECKLIST

__all__ = [
    "CHECKLIST",
    "SHEET",
    "Batch",
    "Guide",
    "Procedure",
    "add_blank_form",
    "approve_batch",
    "approve_version",
    "check_procedure",
    "import_procedures",
    "note_replaced_law",
    "post_procedure",
    "submit_version",
    "words_of_batch",
    "write_guide",
    "write_procedure",
]
