"""Plain Word minutes of a steering group or a meeting of leaders: no case numbers, free headings, bullets, the agenda
as a list at the top, "Referent:", "Deltagere:", and decisions run in as "Beslutning:" or "Konklusion:"."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="steering_group",
    signs=(
        (r"(?:Referent|Ref\.): ?.+", 3),
        (r"(?:Mødeleder|Ordstyrer|Tovholder): ?.+", 2),
        (r"(?:Deltagere|Til stede|Mødedeltagere):.*", 1),
        (r"Afbud:.*", 1),
        (r"(?:Beslutning|Konklusion|Aftale): .+", 1),
    ),
)
