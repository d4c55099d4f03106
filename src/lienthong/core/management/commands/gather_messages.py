"""Brings the English catalogue to what the source says, without gettext's tools."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand

from lienthong.core.messages import gather

#: No dates and no line numbers: a catalogue changes only where a sentence does.
HEADER = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "Language": "en",
    "MIME-Version": "1.0",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


class Command(BaseCommand):
    help = "Add new sentences to the English catalogue, drop those that are gone, and name what has no English yet."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in map(Path, settings.LOCALE_PATHS):
            catalogue = updated(folder / "en" / "LC_MESSAGES" / "django.po", gather(folder.parent))
            catalogue.save()
            for entry in catalogue:
                if not (entry.msgstr or (all(entry.msgstr_plural.values()) and entry.msgstr_plural)):
                    self.stdout.write(entry.msgid_with_context.replace("\x04", " | "))


def updated(path: Path, messages: dict[str, str]) -> polib.POFile:
    """The catalogue at ``path``, or a new one, with exactly ``messages`` (id → plural id or ""), sorted."""
    path.parent.mkdir(parents=True, exist_ok=True)
    known = {entry.msgid_with_context: entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.fpath = str(path)
    catalogue.metadata = HEADER
    for message, plural in sorted(messages.items()):
        entry = known.get(message)
        if entry is None or entry.msgid_plural != plural:
            context, _, words = message.rpartition("\x04")
            entry = polib.POEntry(msgid=words, msgctxt=context or None)
            if plural:
                entry.msgid_plural, entry.msgstr_plural = plural, {0: "", 1: ""}
        catalogue.append(entry)
    return catalogue
