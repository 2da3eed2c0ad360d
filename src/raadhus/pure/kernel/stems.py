"""The stem of a Danish word.

Snowball's Danish stemmer run once leaves "integrationsindsats" and "integrationsindsatsen" apart; run until nothing
changes, they meet. Words that change inside (barn, børn) and a few that it cuts differently stand in a table.
"""

from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("danish")
_STEMMER.maxCacheSize = 0  # lru_cache below keeps the fixpoint instead of each step

# Each row: forms that the stemmer keeps apart, and the one they are counted as.
_IRREGULAR = {
    form: forms[0]
    for forms in (
        ("barn", "børn", "børnene", "børns", "barnet", "barnets", "børnenes"),
        ("mand", "mænd", "mændene", "mands", "manden"),
        ("kvinde", "kvinder", "kvinderne"),
        ("bog", "bøger", "bøgerne", "bogen"),
        ("by", "byer", "byerne", "byen", "byens", "byernes"),
        ("kursus", "kurser", "kurserne", "kurset", "kursets"),
        ("museum", "museer", "museet", "museerne"),
        ("center", "centre", "centret", "centeret", "centrene"),
        ("godkend", "godkendt", "godkendte", "godkende", "godkender", "godkendes", "godkendelse", "godkendelsen"),
        ("udsæt", "udsat", "udsætte", "udsættes", "udsættelse", "udsættelsen", "udsatte"),
        ("beslut", "besluttede", "besluttet", "beslutte", "beslutter", "besluttes", "beslutning", "beslutningen",
         "beslutninger", "beslutningerne"),
        ("drøft", "drøfte", "drøfter", "drøftes", "drøftede", "drøftet", "drøftelse", "drøftelsen", "drøftelser"),
        ("ældre", "ældres"),
        ("forælder", "forældre", "forældrene", "forældres"),
        ("tand", "tænder", "tænderne"),
        ("hånd", "hænder", "hænderne"),
        ("rød", "rødt", "røde"),
        ("ny", "nyt", "nye"),
    )
    for form in forms
}  # fmt: skip


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word: the stemmer until nothing changes, irregular words by the table."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.isalpha():
        return word
    while (shorter := _STEMMER.stemWord(word)) != word:
        word = shorter
    return word
