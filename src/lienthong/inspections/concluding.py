"""The findings of an inspection as text, for the document that concludes it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from lienthong.inspections.models import CheckLine, Inspection, Visit


def findings_text(inspection: Inspection) -> str:
    """The general opinion, then each unit with what was found, what it said to that, and what it has to mend."""
    lines = [inspection.opinion]
    for visit in inspection.visits.select_related("body").prefetch_related("lines"):
        lines += _of_visit(visit)
    return "\n".join(lines)


def _of_visit(visit: Visit) -> Iterator[str]:
    yield _("%(body)s, ngày %(day)s:") % {"body": visit.body.name, "day": f"{visit.day:%d/%m/%Y}"}
    for line in visit.lines.all():
        yield f"- {line_text(line)}"


def line_text(line: CheckLine) -> str:
    """One finding in one paragraph."""
    parts = [f"{line.text.strip().rstrip('.')}: {line.get_result_display()}", line.finding.rstrip(".")]
    if line.explanation:
        parts.append(_("Ý kiến giải trình: %(text)s") % {"text": line.explanation.rstrip(".")})
    if line.mend and line.mend_by:
        words = {"text": line.mend.rstrip("."), "day": f"{line.mend_by:%d/%m/%Y}"}
        parts.append(_("Phải khắc phục: %(text)s, trước ngày %(day)s") % words)
    return ". ".join(" ".join(part.split()) for part in parts if part) + "."
