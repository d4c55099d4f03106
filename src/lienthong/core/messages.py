"""Which sentences the source asks to have translated."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_TRANSLATE = re.compile(r"""{%\s*trans(?:late)?\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""")
_BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b([^%]*)%}(.*?){%\s*endblocktrans(?:late)?\s*%}", re.S)
_PLURAL = re.compile(r"{%\s*plural\s*%}")
_VARIABLE = re.compile(r"{{\s*(\w+)\s*}}")


def gather(folder: Path) -> dict[str, str]:
    """Message → its plural id, or "", of every module and template under ``folder``, tests left out.

    A message is its id; one that only a context tells apart is "context\\x04id", as in compiled catalogues.
    """
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        if "tests" not in path.relative_to(folder).parts:
            found |= in_python(ast.parse(path.read_text("utf-8")))
    for path in sorted(path for kind in ("html", "txt") for path in folder.rglob(f"templates/**/*.{kind}")):
        found |= in_template(path.read_text("utf-8"))
    return {message: plural for message, plural in found.items() if message.strip()}


def in_template(html: str) -> dict[str, str]:
    """As Django looks them up: a percent sign doubled, a variable as a named place."""
    found = {str(ast.literal_eval(quoted)).replace("%", "%%"): "" for quoted in _TRANSLATE.findall(html)}
    for options, body in _BLOCK.findall(html):
        message, *plural = (_as_looked_up(part, trimmed="trimmed" in options) for part in _PLURAL.split(body))
        found[message] = plural[0] if plural else ""
    return found


def _as_looked_up(text: str, *, trimmed: bool) -> str:
    if trimmed:
        text = " ".join(line.strip() for line in text.strip().splitlines())
    return _VARIABLE.sub(r"%(\1)s", text.replace("%", "%%"))


def in_python(module: ast.Module) -> dict[str, str]:
    """Literal arguments of gettext's functions, and the sentences of event kinds."""
    return dict(pair for node in ast.walk(module) if isinstance(node, ast.Call) for pair in _of_call(node))


def _of_call(node: ast.Call) -> Iterator[tuple[str, str]]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    literals = [arg.value if isinstance(arg, ast.Constant) else None for arg in node.args]
    match name, literals:
        case (("_" | "gettext" | "gettext_lazy" | "gettext_noop" | "kept"), [str(message), *_]):
            yield message, ""
        case (("pgettext" | "pgettext_lazy"), [str(context), str(message), *_]):
            yield f"{context}\x04{message}", ""
        case (("ngettext" | "ngettext_lazy"), [str(message), str(plural), *_]):
            yield message, plural
        case "EventKind", [_, str(message), *_]:
            yield message, ""
