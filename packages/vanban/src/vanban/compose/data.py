"""A :class:`ComposeModel` from plain data (JSON), with a sentence for whatever does not fit."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from vanban.compose.model import (
    Article,
    ComposeModel,
    FigureTable,
    Heading,
    Item,
    ModelError,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")

_BLOCKS: dict[str, type[Any]] = {"heading": Heading, "paragraph": Paragraph, "item": Item, "article": Article}


def model_of(data: Any) -> ComposeModel:
    """The model that ``data`` describes; raises :class:`ModelError`.

    Keys are the fields of :class:`ComposeModel`. A block of ``body`` is one of ``{"heading": title, "level": 1}``,
    ``{"paragraph": text}``, ``{"item": text}``, ``{"article": text}``, ``{"tasks": [{"text": …, "lead": […]}]}``,
    ``{"figures": {"head": […], "rows": [[…]]}}``.
    """
    values = dict(_mapping(data, "văn bản"))
    values["body"] = tuple(_block(item) for item in _list(values.get("body", []), "body"))
    values["bases"] = tuple(_build(Reference, item, "bases") for item in _list(values.get("bases", []), "bases"))
    if values.get("signature") is not None:
        values["signature"] = _build(Signature, values["signature"], "signature")
    return _build(ComposeModel, values, "văn bản", checked=("body", "bases", "signature"))


def _block(data: Any) -> Any:
    item = dict(_mapping(data, "body"))
    for key, kind in _BLOCKS.items():
        if key in item:
            return _build(kind, {"title" if key == "heading" else "text": item.pop(key), **item}, f"body.{key}")
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


def _build(kind: type[T], data: Any, where: str, checked: tuple[str, ...] = ()) -> T:
    """An instance of ``kind``; the fields in ``checked`` are built already."""
    values: dict[str, Any] = {}
    known = {item.name: item for item in dataclasses.fields(kind)}
    for key, value in _mapping(data, where).items():
        if key not in known:
            raise ModelError(f"Không có mục “{key}” trong {where}.")
        declared = str(known[key].type)
        if value is None or key in checked:
            values[key] = value
        elif declared.startswith("tuple"):
            values[key] = tuple(_text(item, f"{where}.{key}") for item in _list(value, f"{where}.{key}"))
        elif declared == "int":
            if not isinstance(value, int) or isinstance(value, bool):
                raise ModelError(f"Mục “{key}” trong {where} phải là số.")
            values[key] = value
        else:
            values[key] = _text(value, f"{where}.{key}")
    required = {
        item.name
        for item in known.values()
        if item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
    }
    if missing := sorted(required - {key for key, value in values.items() if value is not None}):
        raise ModelError(f"Thiếu {', '.join(missing)} trong {where}.")
    return kind(**values)


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
