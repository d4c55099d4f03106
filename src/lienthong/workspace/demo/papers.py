"""Documents on their way through the registry: taken in, read, registered, reviewed, decided on."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from lienthong.core.refusals import Refused
from lienthong.jobs.service import claim_and_run
from lienthong.organisations.service import Actor
from lienthong.registry.service import (
    Answers,
    Direction,
    OfficialDocument,
    confirm_proposal,
    finish_review,
    names_for,
    questions_about,
    read_file,
    receive_files,
    register_incoming,
)
from lienthong.workspace.demo.people import actor


def take_in(file: Path, direction: Direction = Direction.INCOMING) -> OfficialDocument | None:
    """Upload ``file`` as the clerk and read it at once; None when it is secret, and so not kept.

    Raises :class:`Refused` for a file that the registry does not take.
    """
    upload = SimpleUploadedFile(file.name, file.read_bytes())
    outcome = receive_files(actor("vanthu"), [upload], direction=direction)[0]
    if outcome.file is None:
        raise Refused(outcome.refusal)
    # The worker that serves the demonstration later finds the row done.
    claim_and_run(outcome.file, read_file)
    return OfficialDocument.objects.filter(pk=outcome.file.document_id).first()


def register_all(files: Iterable[Path], day: date, write: Callable[[str], None]) -> list[OfficialDocument]:
    """Take in a user's own files and register them as arrived on ``day``; what is refused is said and left alone."""
    registered = []
    for file in files:
        try:
            document = take_in(file)
        except Refused as refused:
            write(f"{file.name}: {refused.sentence}")
            continue
        if document is None:
            continue
        try:
            registered.append(register_incoming(actor("vanthu"), document, arrived_on=day))
        except Refused as refused:
            write(f"{file.name}: {refused.sentence} Tệp đã được giữ, chờ văn thư đăng ký.")
    return registered


def review(document: OfficialDocument, by: Actor) -> None:
    """Answer what the review screen asks, line by line, and finish it."""
    names = names_for(document)
    for file in document.files.all():
        for proposal in file.proposals.filter(state="proposed"):
            asked = {question.kind: question for question in questions_about(proposal, document, names)}
            answers = Answers(
                scope="outside" if "scope" in asked else "",
                starts=asked["starts"].choices[-1].value if "starts" in asked else "",
                holds="rhythm" if "holds" in asked else "",
            )
            confirm_proposal(by, proposal, answers=answers)
    finish_review(by, document)
