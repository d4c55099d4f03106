"""A :class:`ComposeModel` from plain data (JSON), with a sentence for whatever does not fit."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from vanban.compose.labels import ModelError
from vanban.compose.model import (
    Appendix,
    Article,
    Attached,
    ComposeModel,
    Division,
    FigureTable,
    Heading,
    Item,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

#: Key of a block → what it makes, and the field that the key's value fills.
_BLOCKS: dict[str, tuple[type[Any], str]] = {
    "division": (Division, "title"),
    "heading": (Heading, "title"),
    "paragraph": (Paragraph, "text"),
    "item": (Item, "text"),
    "article": (Article, "text"),
}
_ANNEXES: dict[str, tuple[type[Any], str]] = {"appendix": (Appendix, "title"), "attached": (Attached, "type")}


def model_of(data: Any) -> ComposeModel:
    """The model that ``data`` describes; raises :class:`ModelError`.

    Keys are the fields of :class:`ComposeModel`. A block of ``body`` is one of ``{"heading": title, "level": 1}``,
    ``{"division": title, "unit": "chương"}``, ``{"paragraph": text}``, ``{"item": text, "mark": "-"}``,
    ``{"article": text, "title": …}``, ``{"tasks": [{"text": …, "lead": […]}]}``,
    ``{"figures": {"head": […], "rows": [[…]]}}``. One of ``annexes`` is ``{"appendix": title, "body": […]}`` or
    ``{"attached": type, "subject": …, "body": […]}``; one of ``bases`` is a sentence or a :class:`Reference`.
    """
    values = dict(_mapping(data, "văn bản"))
    values["body"] = _body(values.get("body", []))
    values["bases"] = tuple(
        item if isinstance(item, str) else _build(Reference, item, "bases")
        for item in _list(values.get("bases", []), "bases")
    )
    if values.get("signature") is not None:
        values["signature"] = _build(Signature, values["signature"], "signature")
    values["cosigners"] = tuple(
        _build(Signature, item, "cosigners") for item in _list(values.get("cosigners", []), "cosigners")
    )
    values["annexes"] = tuple(_annex(item) for item in _list(values.get("annexes", []), "annexes"))
    built = ("body", "bases", "signature", "cosigners", "annexes")
    return _build(ComposeModel, values, "văn bản", checked=built)


def _body(data: Any) -> tuple[Any, ...]:
    return tuple(_block(item) for item in _list(data, "body"))


def _block(data: Any) -> Any:
    item = dict(_mapping(data, "body"))
    for key, (kind, field) in _BLOCKS.items():
        if key in item:
            return _build(kind, {field: item.pop(key), **item}, f"body.{key}")
    if set(item) == {"tasks"}:
        return TaskTable(tuple(_build(Task, task, "body.tasks") for task in _list(item["tasks"], "body.tasks")))
    if set(item) == {"figures"}:
        figures = dict(_mapping(item["figures"], "body.figures"))
        figures["rows"] = tuple(
            tuple(_text(cell, "body.figures") for cell in _list(row, "body.figures"))
            for row in _list(figures.get("rows", []), "body.figures")
        )
        return _build(FigureTable, figures, "body.figures", checked=("rows",))
    raise ModelError(f"Không hiểu một phần của body: {', '.join(map(str, item)) or 'rỗng'}.")


def _annex(data: Any) -> Any:
    item = dict(_mapping(data, "annexes"))
    for key, (kind, field) in _ANNEXES.items():
        if key in item:
            values = {field: item.pop(key), **item, "body": _body(item.get("body", []))}
            return _build(kind, values, f"annexes.{key}", checked=("body",))
    raise ModelError(f"Không hiểu một phần của annexes: {', '.join(map(str, item)) or 'rỗng'}.")


def _build(kind: type[T], data: Any, where: str, checked: tuple[str, ...] = ()) -> T:
    """An instance of ``kind``; the fields in ``checked`` are built already."""
    known = {item.name: item for item in dataclasses.fields(kind)}
    values: dict[str, Any] = {}
    for key, value in _mapping(data, where).items():
        if key not in known:
            raise ModelError(f"Không có mục “{key}” trong {where}.")
        built = value is None or key in checked
        values[key] = value if built else _value(value, str(known[key].type), key, where)
    required = {
        name
        for name, item in known.items()
        if item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
    }
    if missing := sorted(required - {key for key, value in values.items() if value is not None}):
        raise ModelError(f"Thiếu {', '.join(missing)} trong {where}.")
    return kind(**values)


def _value(value: Any, declared: str, key: str, where: str) -> Any:
    """A value of the declared type; raises for any other."""
    if declared.startswith("tuple"):
        return tuple(_text(item, f"{where}.{key}") for item in _list(value, f"{where}.{key}"))
    if declared.startswith("bool"):
        if not isinstance(value, bool):
            raise ModelError(f"Mục “{key}” trong {where} phải là true hoặc false.")
        return value
    if declared.startswith("int"):
        if not isinstance(value, int) or isinstance(value, bool):
            raise ModelError(f"Mục “{key}” trong {where} phải là số.")
        return value
    return _text(value, f"{where}.{key}")


def _mapping(data: Any, where: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ModelError(f"{where} phải là một nhóm tên và giá trị.")
    return data


def _list(data: Any, where: str) -> list[Any]:
    if not isinstance(data, list):
        raise ModelError(f"{where} phải là một danh sách.")
    return data


def _text(data: Any, where: str) -> str:
    if not isinstance(data, str):
        raise ModelError(f"{where} phải là chữ.")
    return data
