"""The full-text index over folded words: FTS5 with triggers on SQLite, a GIN index on PostgreSQL."""

from django.db import migrations

SQLITE = [
    "CREATE VIRTUAL TABLE core_searchindex USING fts5("
    "words, content='core_searchentry', content_rowid='id', tokenize='unicode61')",
    "CREATE TRIGGER core_searchentry_ai AFTER INSERT ON core_searchentry BEGIN"
    " INSERT INTO core_searchindex(rowid, words) VALUES (new.id, new.words); END",
    "CREATE TRIGGER core_searchentry_ad AFTER DELETE ON core_searchentry BEGIN"
    " INSERT INTO core_searchindex(core_searchindex, rowid, words) VALUES ('delete', old.id, old.words); END",
    "CREATE TRIGGER core_searchentry_au AFTER UPDATE ON core_searchentry BEGIN"
    " INSERT INTO core_searchindex(core_searchindex, rowid, words) VALUES ('delete', old.id, old.words);"
    " INSERT INTO core_searchindex(rowid, words) VALUES (new.id, new.words); END",
]
POSTGRESQL = ["CREATE INDEX core_searchentry_words ON core_searchentry USING gin (to_tsvector('simple', words))"]


def make_index(apps, schema_editor):
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE
    for statement in statements:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX core_searchentry_words")
        return
    for name in ("ai", "ad", "au"):
        schema_editor.execute(f"DROP TRIGGER core_searchentry_{name}")
    schema_editor.execute("DROP TABLE core_searchindex")


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial")]
    operations = [migrations.RunPython(make_index, drop_index)]
