"""Minutes of a management forum, as the seeds are: "REFERAT Chefforum d. DD-MM-YYYY", contents with dotted leaders,
"Punkt N: title", the case number below it, then the sections."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="albertslund_forum",
    signs=((r"(?:REFERAT|DAGSORDEN) .+ d\. \d\d-\d\d-\d{4}", 3), (r"Mødedato .+ kl\. .+", 1), (r"Punkt \d+: .+", 1)),
)
