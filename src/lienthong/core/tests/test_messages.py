import ast
from pathlib import Path

import allauth
import django
import polib
import pytest

from lienthong.core.management.commands.gather_messages import updated
from lienthong.core.messages import gather, in_python, in_template

APP = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("html", "messages"),
    [
        ("{% translate \"Lưu\" %}{% trans 'Thôi' as x %}", {"Lưu": "", "Thôi": ""}),
        (
            "{% blocktranslate trimmed with n=x.y %}\n  Còn {{ n }}\n  dòng\n{% endblocktranslate %}",
            {"Còn %(n)s dòng": ""},
        ),
        ('{% translate "Xong 100%" %}', {"Xong 100%%": ""}),
        (
            "{% blocktranslate count n=x %}{{ n }} dòng{% plural %}{{ n }} các dòng{% endblocktranslate %}",
            {"%(n)s dòng": "%(n)s các dòng"},
        ),
        ("{% translate word %}<p>Lưu</p>", {}),
    ],
)
def test_what_a_template_says(html, messages):
    assert in_template(html) == messages


def test_what_python_says():
    source = """
title = _("Lưu " "lại")
label = gettext_lazy("Thôi")
left = ngettext("%(n)d ngày", "%(n)d các ngày", n)
named = pgettext_lazy("tên loại văn bản", "Kế hoạch")
kept = gettext_noop("Tiếp nhận")
made = EventKind("plans.plan.made", "lập kế hoạch.", KEEP)
other = _(title), print("Không dịch"), EventKind(code, sentence, KEEP)
"""
    assert in_python(ast.parse(source)) == {
        "Lưu lại": "",
        "Thôi": "",
        "%(n)d ngày": "%(n)d các ngày",
        "tên loại văn bản\x04Kế hoạch": "",
        "Tiếp nhận": "",
        "lập kế hoạch.": "",
    }


def test_tests_are_not_gathered(tmp_path):
    for folder, word in (("tests", "Thử"), ("views", "Lưu")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "page.py").write_text(f'_("{word}")', "utf-8")
    assert gather(tmp_path) == {"Lưu": ""}


def test_a_catalogue_keeps_what_stays_and_drops_what_is_gone(tmp_path):
    path = tmp_path / "en" / "django.po"
    first = updated(path, {"Lưu": "", "Thôi": "", "%(n)d ngày": "%(n)d ngày"})
    first.find("Lưu").msgstr = "Save"
    first.find("%(n)d ngày").msgstr_plural = {0: "%(n)d day", 1: "%(n)d days"}
    first.save()
    updated(path, {"Lưu": "", "Bỏ": "", "nút\x04Lưu": "", "%(n)d ngày": "%(n)d ngày"}).save()
    kept = {entry.msgid_with_context: entry.msgstr_plural or entry.msgstr for entry in polib.pofile(str(path))}
    assert kept == {"%(n)d ngày": {0: "%(n)d day", 1: "%(n)d days"}, "Bỏ": "", "nút\x04Lưu": "", "Lưu": "Save"}


def test_vietnamese_answers_what_the_libraries_say():
    """An upgrade that words a sentence anew would bring English back to the screen."""
    homes = (Path(django.__file__).parent / "conf", Path(django.__file__).parent / "contrib" / "auth")
    said: dict[str, str] = {}
    for home in (*homes, Path(allauth.__file__).parent):
        catalogue = polib.pofile(str(home / "locale" / "en" / "LC_MESSAGES" / "django.po"))
        said |= {entry.msgid: entry.msgid_plural for entry in catalogue}
    ours = polib.pofile(str(APP / "locale" / "vi" / "LC_MESSAGES" / "django.po"))
    assert [entry.msgid for entry in ours if said.get(entry.msgid) != entry.msgid_plural] == []
    assert [entry.msgid for entry in ours if not (entry.msgstr or entry.msgstr_plural.get(0))] == []
