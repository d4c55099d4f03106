"""Where a phrase stands: in every table that the database has, ours or not, and in every file below a folder."""

import json
from pathlib import Path

from django.db import connection


def tables_with(phrase: str) -> list[str]:
    """ "table.column" of each column with ``phrase``, also where JSON writes it with escapes or bytes hold it."""
    sought = (phrase, json.dumps(phrase)[1:-1])
    found = set()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            columns = [f"{table}.{column[0]}" for column in cursor.description]
            for row in cursor.fetchall():
                said = zip(columns, map(_words_of, row), strict=True)
                found |= {column for column, words in said if any(each in words for each in sought)}
    return sorted(found)


def _words_of(value: object) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes | memoryview) else str(value)


def files_with(folder: Path, phrase: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and phrase.encode() in path.read_bytes()]
