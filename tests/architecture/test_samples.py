"""samples/README.md lists exactly the sample documents, and what it says of them holds."""

import re
import unicodedata

from tests.architecture.source import ROOT

SAMPLES = ROOT / "samples"
DOCUMENTS = {file.name for file in SAMPLES.iterdir() if file.suffix in (".docx", ".pdf", ".txt")}


def test_the_list_agrees_with_the_files() -> None:
    listed = re.findall(r"^\| `([^`]+)`", (SAMPLES / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(DOCUMENTS)


def test_every_answer_belongs_to_a_document() -> None:
    stems = {name.rpartition(".")[0] for name in DOCUMENTS}
    assert {file.stem for file in (SAMPLES / "gold").iterdir()} <= stems


def test_one_sample_is_in_decomposed_unicode() -> None:
    text = (SAMPLES / "03-chi-thi-tinh-uy.txt").read_text(encoding="utf-8")
    assert unicodedata.normalize("NFC", text) != text


def test_samples_are_signed_by_nobody() -> None:
    for file in sorted((SAMPLES / "source").iterdir()):
        assert re.findall(r"^@name (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE) == ["Nguyễn Văn A"]
