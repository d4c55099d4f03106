"""Opens a site where residents may write: ``python -m benchmarks.site.seed_feedback``.

Prints the address of the form and of pages that others read meanwhile, as JSON; with ``count WORDS`` how many cases are
in the inbox, and how many of them say that.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.urls import reverse  # noqa: E402

from benchmarks.site.portal import opened  # noqa: E402
from lienthong.feedback.models import FeedbackCase, Telling  # noqa: E402


def main() -> None:
    if "count" in sys.argv:
        saying = Telling.objects.filter(what__contains=sys.argv[-1])
        print(json.dumps({"cases": FeedbackCase.objects.count(), "saying": saying.count()}))
        return
    opened()
    searched = f"{reverse('portal_search')}?q=phan+anh"
    others = ["/", reverse("feedback_home"), reverse("feedback_figures"), searched, reverse("account_login")]
    print(json.dumps({"form": reverse("feedback_tell"), "others": others}))


if __name__ == "__main__":
    main()
