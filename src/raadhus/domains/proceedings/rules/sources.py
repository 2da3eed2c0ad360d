"""Where the rules come from, as they are shown to the user.

Only what has a written source is called law. `LOCAL` is a body's own rules of procedure (forretningsorden), which it
may change; `HOUSE` is Rådhus' own rule, with no other ground than good order. docs/rule-profiles.md names the texts
that were read.
"""

LAW = "kommunestyrelsesloven"
NOTICE = f"§ 8, stk. 4, {LAW}"
LATE = f"§ 8, stk. 5, {LAW}"
OPEN_DOORS = f"§ 10, stk. 1, {LAW}"
QUORUM = f"§ 11, stk. 2, {LAW}"
MAJORITY = f"§ 11, stk. 3, {LAW}"
SIGNING = f"§ 13, stk. 1, {LAW}"
DISSENT = f"§ 13, stk. 2, {LAW}"
DISQUALIFIED = f"§ 14, stk. 1, {LAW}"
DISQUALIFIED_DEPUTY = f"§ 14, stk. 3, {LAW}"
DISQUALIFIED_POSTPONED = f"§ 14, stk. 4, {LAW}"
COUNCIL_DEPUTY = f"§ 15, stk. 2, {LAW}"
COMMITTEE_DEPUTY = f"§ 28, {LAW}"
SPECIAL_COMMITTEE = f"§ 17, stk. 4, {LAW}"
STOP = f"§ 23, {LAW}"
SECRECY = "§ 27, forvaltningsloven"
ADMINISTRATION_DISQUALIFIED = "§§ 3-6, forvaltningsloven"

# The ministry's statements, by their number at resumedatabase.im.dk.
NO_STANDING_CLOSING = "ministeriets udtalelse 01.1.2"
PLANS_IN_THE_OPEN = "ministeriets udtalelse 93.1.2"
STOP_UNTIL_ADJOURNED = f"{STOP}, og ministeriets udtalelse 03.1.1"
STOP_TOOK_PART = f"{STOP}, og ministeriets udtalelse 03.1.7"
STOP_LAPSED = f"{STOP}, og ministeriets udtalelse 04.1.2"
STOP_WITHOUT_DELAY = f"{STOP}, og ministeriets udtalelse 98.1.1"
STOP_SAID_CLEARLY = f"{STOP}, og ministeriets udtalelse 89.1.1"
VOTES_CAST = f"{MAJORITY}, og ministeriets udtalelse 18.1.2"
VOTES_NAMED = "ministeriets udtalelse 89.1.3"
ADD_ONLY = "ministeriets udtalelse 04.1.4"
LEAVES_THE_ROOM = "ministeriets udtalelse 80.2a.1"
PUBLISHED_ANYWAY = "Ankestyrelsen om beslutninger truffet for lukkede døre"

USUALLY_CLOSED = "normalforretningsordenens § 1, stk. 2"
LOCAL = "forretningsorden"
HOUSE = "husregel"
