"""What the frame around every staff page shows."""

from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, object]:
    return {"actor": getattr(request, "actor", None)}
