"""Static pages made by SBSYS / AgendaMgr: a group heading ("Åbne dagsordenspunkter"), the KLE number above each
item, numbers running through the year, "Forventet sagsgang", absence said in the decision."""

from raadhus.pure.minutes.layouts.layout import Layout

LAYOUT = Layout(
    name="sbsys",
    signs=(
        (r"Sbsys dagsorden preview", 4),
        (r"(?:Referat|Dagsorden) til mødet i .+ den .+ kl\. .+", 3),
        (r"(?:Åbne|Lukkede) dagsordenspunkter", 2),
        (r"Forventet sagsgang", 1),
    ),
    furniture=(r"Sbsys dagsorden preview",),
)
