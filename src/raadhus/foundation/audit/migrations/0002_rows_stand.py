"""The database itself refuses to change or remove a row of the log."""

from django.db import migrations

SENTENCE = "Loggen kan ikke ændres"

SQLITE = [
    f"CREATE TRIGGER audit_row_stands_{verb} BEFORE {verb} ON audit_entry BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
    for verb in ("UPDATE", "DELETE")
]
SQLITE_UNDO = [f"DROP TRIGGER IF EXISTS audit_row_stands_{verb}" for verb in ("UPDATE", "DELETE")]
POSTGRESQL = [
    f"CREATE FUNCTION audit_row_stands() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
    "CREATE TRIGGER audit_row_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_row_stands()",
]
POSTGRESQL_UNDO = [
    "DROP TRIGGER IF EXISTS audit_row_stands ON audit_entry",
    "DROP FUNCTION IF EXISTS audit_row_stands()",
]


def put_up(apps, schema_editor):
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def take_down(apps, schema_editor):
    for statement in {"sqlite": SQLITE_UNDO, "postgresql": POSTGRESQL_UNDO}[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
