"""What became of an item, from the words of its decision: a table of phrases, tried sentence by sentence.

A sentence that states a formal result (godkendt, udsat, til efterretning …) outweighs one that only tells what was
talked about (drøftet, gennemgået); among equals the first counts. Words in a clause that explains ("idet …",
", som blev udskudt") do not count, nor does what shall happen ("vil drøfte").
"""

# ruff: noqa: E501  (a row of a table is one line)

import re

_NOT = r"(?:ikke|hverken)"
# In the order in which they are tried on one sentence.
FORMAL: tuple[tuple[str, str], ...] = (
    ("withdrawn", r"\b(?:udgik|udgår|udgået|udgåede|trukket tilbage|trukket|trækkes tilbage|trækkes|trak .{0,40}tilbage)\b"),
    ("withdrawn", r"\b(?:taget|tages|tog) af dagsordenen?\b"),
    ("lapsed", r"\b(?:bortfald(?:er|et|t)?|bortfaldt|stemmelighed)\b"),
    ("rejected", rf"\b{_NOT} (?:\w+ ){{0,3}}?(?:godkend(?:t|es)|vedtag(?:et|es)|tiltr(?:ådt|ædes)|imødekomme(?:t|s)|anbefal(?:et|es))\b"),
    ("rejected", rf"\b(?:godkend(?:er|te|es)|vedtages|tiltrædes|imødekommes|anbefal(?:er|es)|vedtog|tiltrådte)\s+{_NOT}\b"),
    ("rejected", r"\b(?:afvis(?:t|es|te)|forkast(?:et|es|ede)|nedstemt|stemt ned|afslag|afslås|afslået)\b"),
    ("rejected", r"\bder (?:var|er) ikke (?:flertal|tilslutning|opbakning)\b|\bforslaget faldt\b"),
    ("approved", r"\btilbagesendes .{0,160}\bhar (?:vedtaget|tiltrådt|godkendt)\b"),
    ("returned", r"\b(?:tilbagesend(?:t|es)|hjemvis(?:t|es)|genforelægges|genfremsættes|genoptages)\b"),
    ("returned", r"\b(?:sendes|sendt|går|gik) (?:\w+ ){0,2}(?:tilbage|retur)\b"),
    ("deferred", r"\b(?:udsat|udsættes|udsatte|udsætter|udskudt|udskydes|udskød|udskyder|afventes|afventer|stilles? i bero)\b"),
    ("deferred", r"\bsat i bero\b|\bbehandles? (?:på|i) (?:et )?(?:kommende|næste|senere) møde\b|\boverføres til (?:et |det )?(?:kommende|næste)\b"),
    ("recommended", r"\b(?:anbefal(?:es|et|ede|er)|indstill(?:es|et|ede|er) (?:godkendt|til (?:godkendelse|vedtagelse)|tiltrådt))\b"),
    ("recommended", r"^indstilles\b|\bindstiller (?:til|over for)\b|\bmed anbefaling\b|\bindstilles til\b"),
    ("referred", r"\b(?:oversend(?:es|t|te)|fremsend(?:es|t)|henvis(?:es|t|te)|overgår|overdrages) (?:\w+ ){0,4}?til\b"),
    ("referred", r"^(?:sendes|sendt|sagen sendes|forslaget sendes|punktet sendes) (?:\w+ ){0,3}?til\b(?! høring| offentlig)"),
    ("approved", r"\b(?:godkend(?:t|te|es|er)|tiltr(?:ådt|ådte|ædes|æder)|vedtag(?:et|es|er)|vedtog|bevilges|bevilget|imødekommet|imødekommes)\b"),
    ("approved", r"\b(?:nikkede til|tilsluttede sig|tilslutter sig|tilsluttet|tilslutning til|bakkede op om|bifald(?:t|er|et)?|besluttede at|bemyndiges)\b"),
    ("approved", r"\bsom indstillet\b|\b(?:indstillingen|forslaget) (?:\w+ )?(?:følges|fulgt|blev fulgt|tages til følge)\b|\btaget til følge\b"),
    ("noted", r"\btil efterretning\b|\btil orientering\b"),
)  # fmt: skip
TOLD: tuple[tuple[str, str], ...] = (
    ("discussed", r"\b(?:drøftet|drøftede[s]?|debatteret|debatterede[s]?|gennemgået|gennemgik|behandlet|dialog om)\b"),
    ("discussed", r"\b(?:havde|med) (?:\w+ )?(?:følgende )?bemærkninger\b|\bpointer\b"),
    ("noted", r"\b(?:orienteret|orienterede|orienteringen|kvitterede|meddelt|oplyste|præsenteret|fremlagt)\b"),
    ("approved", r"\b(?:aftalt|aftaltes|aftaler|aftalte|besluttet|enige om|enighed om)\b"),
)  # fmt: skip
_NONE = re.compile(
    r"(?:der (?:var|er) )?(?:intet|ingen|ingen (?:bemærkninger|emner|punkter|spørgsmål|kommentarer|indlæg)|intet at (?:bemærke|referere)"
    r"|ikke noget|intet til (?:punktet|referat)|intet nyt|ingenting)(?: (?:til (?:punktet|referat|eventuelt)|at bemærke))?\.?",
    re.IGNORECASE,
)
_FEW_WORDS = 6
_FORMAL = tuple((outcome, re.compile(pattern, re.IGNORECASE)) for outcome, pattern in FORMAL)
_TOLD = tuple((outcome, re.compile(pattern, re.IGNORECASE)) for outcome, pattern in TOLD)
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+(?=[A-ZÆØÅ\"”»–-])|\n+")
_CLAUSE = re.compile(
    r",?\s+\bidet\b.*|,\s*(?:som|der|hvor|hvilket|hvorfor|hvorefter|så|når|hvis|således at)\b[^.,;]*"
    r"|\b(?:meddelte|oplyste|orienterede om|spurgte|foreslog|bemærkede),? at\b[^.]*"
    r"|\b(?:skal|vil|kan|bør|ønskes|ønsker)\s+(?:\w+\s+){0,5}?(?:godkendes|drøftes|drøfte|udsættes|behandles|orienteres)\b"
    r"|\b(?:skal|vil|kan|bør)\s+(?:\w+\s+){0,3}?blive\s+\w+"
    r"|\b(?:tidligere|forrige|seneste)\s+(?:godkendt|vedtaget|besluttet|drøftet|udskudt)\w*",
    re.IGNORECASE | re.DOTALL,
)
_BEGINS = re.compile(
    r"(?:ikke )?(?:godkendt|tiltrådt|vedtaget|anbefales|anbefalet|indstilles|taget til|tages til|til efterretning|drøftet"
    r"|udsat|udsættes|udskydes|udgår|udgik|oversendes|afvist|forkastet|bortfaldt|bortfalder|som indstillet|intet|ingen"
    r"|orienteret\b(?! om)|punktet (?:blev|udg)|sagen blev|tilbagesendes|fremsendes|henvises|afventes|indstillingen|beslutning(?:en)? uds)",
    re.IGNORECASE,
)

_WRAPPED = re.compile(r"(?<=[^\n.:;])\n(?=[a-zæøå])")


def outcome_of(text: str) -> str:
    """The outcome that `text` states: approved … lapsed, "none" where nothing was to be said, "other" where it
    says something else. Not "mixed": that is for the points together."""
    text = _WRAPPED.sub(" ", text)
    if _NONE.fullmatch(text.strip()):
        return "none"
    sentences = [_CLAUSE.sub(" ", sentence).strip() for sentence in _SENTENCE.split(text)]
    bare = [sentence for sentence in sentences if sentence.count(" ") < _FEW_WORDS and begins_with_outcome(sentence)]
    stated = _first(bare, _FORMAL) or _first(sentences, _FORMAL) or _first(sentences, _TOLD)
    return stated or ("none" if _NONE.fullmatch(sentences[0]) else "other")


def _first(sentences: list[str], table: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    for sentence in sentences:
        for outcome, pattern in table:
            if pattern.search(sentence):
                return outcome
    return None


def begins_with_outcome(text: str) -> bool:
    """Whether `text` opens with the words of a decision, as "Godkendt" does and no title does."""
    return bool(_BEGINS.match(text))


def of_all(outcomes: list[str]) -> str:
    """One outcome for several points: theirs where they agree, "mixed" where they do not."""
    different = set(outcomes)
    return different.pop() if len(different) == 1 else "mixed"
