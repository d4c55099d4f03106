"""Background work of the registry: files wait to be read, one row each."""

from django_tasks import task

from lienthong.jobs.service import ClaimQuerySet, claim_and_run, register_sweep, wake
from lienthong.registry.models import DocumentFile


@task(queue_name="reading")
def read_document_file(pk: int) -> None:
    """Read the file ``pk`` if it still waits for that; a file that is gone by now is nothing to do."""
    from lienthong.registry.actions.read_file import read_file

    file = DocumentFile.objects.filter(pk=pk).first()
    if file is not None:
        claim_and_run(file, read_file)


register_sweep(
    "registry.files",
    lambda: ClaimQuerySet(DocumentFile).claimable().order_by("pk"),
    lambda file: wake(read_document_file, file.pk),
)
