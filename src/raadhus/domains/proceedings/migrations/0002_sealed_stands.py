"""The database itself refuses to change what was frozen and, once minutes are sealed, anything of their meeting.

Private notes and read marks go on; corrections are added, and are approved once.
"""

from django.db import migrations

SEALED = "Referatet er forseglet og kan ikke ændres"
FROZEN = "Det, der er sendt, kan ikke ændres"
OF_ITEM = ("point", "pledge", "dissent", "absence", "stop", "text", "enclosure")
OF_SITTING = ("attendee", "signature")
_SEALED_ITEM = (
    "SELECT 1 FROM proceedings_proposal p JOIN proceedings_sitting s ON s.meeting_id = p.meeting_id "
    "WHERE s.state = 'sealed' AND p.id = {row}.proposal_id"
)
_SEALED_SITTING = "SELECT 1 FROM proceedings_sitting s WHERE s.state = 'sealed' AND s.meeting_id = {row}.{key}"
_ROWS = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
_FROZEN_IS = (
    "OLD.content <> NEW.content OR OLD.digest <> NEW.digest OR OLD.sitting_id <> NEW.sitting_id "
    "OR OLD.number <> NEW.number OR OLD.kind <> NEW.kind "
    "OR (OLD.version_id IS NOT NULL AND (NEW.version_id IS NULL OR NEW.version_id <> OLD.version_id))"
)
_CORRECTION_IS = (
    "OLD.text <> NEW.text OR OLD.sitting_id <> NEW.sitting_id OR OLD.at <> NEW.at "
    "OR COALESCE(OLD.proposal_id, 0) <> COALESCE(NEW.proposal_id, 0) OR OLD.approved_at IS NOT NULL"
)
# Table, verb, when the row must stand, what is said.
RULES = [
    *(
        (table, verb, " OR ".join(f"EXISTS ({_SEALED_ITEM.format(row=row)})" for row in rows), SEALED)
        for table in OF_ITEM
        for verb, rows in _ROWS.items()
    ),
    *(
        (table, verb, " OR ".join(f"EXISTS ({_SEALED_SITTING.format(row=row, key=key)})" for row in rows), SEALED)
        for table, key in (*((one, "sitting_id") for one in OF_SITTING), ("proposal", "meeting_id"))
        for verb, rows in _ROWS.items()
    ),
    ("sitting", "UPDATE", "OLD.state = 'sealed'", SEALED),
    ("sitting", "DELETE", "OLD.state = 'sealed'", SEALED),
    ("frozen", "UPDATE", _FROZEN_IS, FROZEN),
    ("frozen", "DELETE", "", FROZEN),
    ("seal", "UPDATE", "", SEALED),
    ("seal", "DELETE", "", SEALED),
    ("correction", "UPDATE", _CORRECTION_IS, SEALED),
    ("correction", "DELETE", "", SEALED),
]


def _name(table, verb):
    return f"proceedings_{table}_stands_{verb.lower()}"


def _sqlite(table, verb, condition, sentence):
    when = f" WHEN {condition}" if condition else ""
    return [
        f"CREATE TRIGGER {_name(table, verb)} BEFORE {verb} ON proceedings_{table}{when} "
        f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
    ]


def _postgresql(table, verb, condition, sentence):
    back = "OLD" if verb == "DELETE" else "NEW"
    return [
        f"CREATE FUNCTION {_name(table, verb)}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {condition or 'TRUE'} THEN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation'; "
        f"END IF; RETURN {back}; END $$",
        f"CREATE TRIGGER {_name(table, verb)} BEFORE {verb} ON proceedings_{table} "
        f"FOR EACH ROW EXECUTE FUNCTION {_name(table, verb)}()",
    ]


def put_up(apps, schema_editor):
    write = {"sqlite": _sqlite, "postgresql": _postgresql}[schema_editor.connection.vendor]
    for rule in RULES:
        for statement in write(*rule):
            schema_editor.execute(statement)


def take_down(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    for table, verb, _, _ in RULES:
        on = f" ON proceedings_{table}" if is_postgresql else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {_name(table, verb)}{on}")
        if is_postgresql:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {_name(table, verb)}()")


class Migration(migrations.Migration):
    dependencies = [("proceedings", "0001_initial")]
    operations = [migrations.RunPython(put_up, take_down)]
