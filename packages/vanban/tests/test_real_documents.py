"""Real documents, kept outside the project: scored, never refused, never given a value that they do not print.

The folder is named by VANBAN_REAL_DOCUMENTS (see ``conftest.py``) and laid out as documents/, gold/, more/, files/; the
scoring program is ``../tools/score.py`` beside it. Without the folder nothing here is collected.
"""

from __future__ import annotations

import functools
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import vanban
from vanban.model import Document

ROOT = Path(os.environ["VANBAN_REAL_DOCUMENTS"]) if "VANBAN_REAL_DOCUMENTS" in os.environ else None
TEXTS = [*sorted((ROOT / "documents").glob("*.txt")), *sorted((ROOT / "more").glob("*.txt"))] if ROOT else []
FILES = sorted((ROOT / "files").iterdir()) if ROOT else []

HEAD = (
    "number", "symbol", "type", "issuer", "issuer_parent", "place", "date", "subject", "system",
    "signatory.name", "signatory.title", "signatory.authority", "addressees", "recipients",
)  # fmt: skip
#: The folder's README says of each signed file what a person reads in it.
SIGNED = re.compile(
    r"^\| (?P<file>signed-\S+[.]pdf) \|.*?(?P<number>\d+/[^\W\d_][^\s,:;]*).*?(?P<date>\d{4}-\d\d-\d\d)", re.M
)
LEAST = {"cited": 0.97, "outline": 0.95, "assignments": 0.92, "assignments, whole": 0.85}


if ROOT is not None:
    # A scan takes seconds to read.
    read = functools.cache(vanban.read)

    @pytest.mark.parametrize("path", TEXTS + FILES, ids=lambda path: path.stem)
    def test_values_stand_where_they_are_said_to(path: Path, check_values: Callable[[Document], None]) -> None:
        document = read(path)
        if document.unreadable:
            assert document == Document(remarks=document.remarks)
        check_values(document)

    @pytest.mark.parametrize(
        "path", [path for path in FILES if path.stem.startswith("scanned")], ids=lambda path: path.stem
    )
    def test_a_scan_filled_in_by_hand_asserts_no_figure(path: Path) -> None:
        document = read(path)
        assert document.number is None
        assert {found.field for found in document.handwriting} == {"number", "date"}
        assert document.date is None or len(document.date.value) <= len("2020-04")
        assert document.symbol is not None
        assert document.type is not None
        assert document.subject is not None
        assert document.subject.value.startswith("Về việc ")

    def test_only_what_is_damaged_is_refused() -> None:
        refused = [path.name for path in TEXTS + FILES if read(path).unreadable]
        assert len(refused) * 5 <= len(TEXTS) + len(FILES), refused

    def test_signed_files_have_their_number_and_day_and_intact_signatures() -> None:
        told = [match.groups() for match in SIGNED.finditer((ROOT / "README.md").read_text(encoding="utf-8"))]
        assert len(told) == len(list((ROOT / "files").glob("signed-*.pdf")))
        for file, number, date in told:
            document = vanban.read(ROOT / "files" / file)
            assert document.number is not None
            assert document.date is not None
            assert (document.number.value, document.date.value) == (number, date)
            assert document.signatures
            assert all(signature.intact and signature.signer for signature in document.signatures)

    def test_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        documents = sorted((ROOT / "documents").glob("*.txt"))
        for path in documents:
            form = vanban.to_form(vanban.read(path))
            (tmp_path / f"{path.stem}.json").write_text(json.dumps(form), encoding="utf-8")
        tool = ROOT.parent / "tools" / "score.py"
        run = subprocess.run(
            [sys.executable, str(tool), str(ROOT / "gold"), str(tmp_path), "--json"],
            capture_output=True,
            text=True,
            check=True,
        )
        scores = json.loads(run.stdout)
        with capsys.disabled():
            print(f"\n{len(documents)} real documents scored, {len(TEXTS) + len(FILES)} read")  # noqa: T201
        assert scores.get("invented", {"found": 0})["found"] == 0
        for name in HEAD:
            assert scores[name]["f1"] == 1.0, name
        for name, least in LEAST.items():
            assert scores[name]["f1"] >= least, name

    OLD = sorted((ROOT.parent / "standards").glob("*.doc"))

    @pytest.mark.parametrize("path", OLD, ids=lambda path: path.stem)
    def test_an_old_word_file_says_what_the_new_one_says(path: Path) -> None:
        old, new = vanban.read(path), vanban.read(path.with_suffix(".docx"))
        words = set(new.text.split())
        assert len(words & set(old.text.split())) >= 0.9 * len(words)
        assert (old.number and old.number.value) == (new.number and new.number.value)
