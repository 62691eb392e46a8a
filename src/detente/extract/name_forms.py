"""The form of personal names, token by token: which words can stand in one, and how far it goes.

Apart from `names`, which decides where in a text a name begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.lexicon.holders import is_family_name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Run = tuple[int, int]
HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady madam sheikh hon. rev. prof. "
    "hon excellency".split()
)
_PARTICLES = frozenset(
    "al el bin bint ibn ben abu de del della den der di da dos du la le van von zu ul ur ould "
    "y e st st. -".split()
)
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december i reuters state party congress "
    "tweeted twitter summit meeting talks visit call trip deal speech photo image video "
    "administration says said tells people assembly council court".split()
)
# Family names of office-holders that are words as well: a capital at the head of a sentence is no
# sign of a name there
_WORDS = frozenset(
    "ban begin bishop black bold bond brown bush cannon chairman chambers church craft do don drew "
    "fall fan fore fox frank grant gray green grey gross hammer he holder hook hunt junior key "
    "king leaf little long major man mark marker matter may mayor mock no note pace park parts "
    "pitcher power price prince rice rush said saw say sessions sharp solar son song spring stern "
    "stock stone straw street struck sultan summers sun swing tax tea to vital wade west white win "
    "won wood work you young".split()
)
_MAX_TOKENS = 7


def read_name_from(doc: Doc, start: int, breaking: set[int]) -> Run | None:
    """The name that begins at token ``start``, as far as its form goes, or None."""
    end = start
    while end < len(doc) and end - start < _MAX_TOKENS:
        token = doc[end]
        if end in breaking and not (
            end > start and token.text[0].isupper() and is_in_person(token)
        ):
            break
        if end > start and (doc[end].is_sent_start or _is_glued(doc, start, end)):
            break
        if is_name_word(token):
            end += 1
        elif _is_suffix(doc, end) or _joins(doc, end, start):
            end += 2
        elif _joins_with_hyphen(doc, end, start):
            end += 3
        else:
            break
    return (start, end) if end > start else None


def is_name_word(token: Token) -> bool:
    """Whether a token can be a word of a name, by its form and what the tagger says of it."""
    text = token.text
    if token.lower_ in NOT_NAMES or not text[0].isupper():
        return False
    if text == "May" and not _is_may_a_person(token):
        return False
    if not any(char.isalpha() for char in text):
        return False
    if token.pos_ in ("PROPN", "X") or (token.pos_ in ("NOUN", "ADJ") and is_in_person(token)):
        return True
    return _follows_capital(token) and is_family_name(text)


def is_in_person(token: Token) -> bool:
    """Whether the recogniser takes a token for part of a person."""
    return bool(token.ent_type_ == "PERSON")


def is_long(token: Token) -> bool:
    """Whether a word is long enough to stand for its bearer alone."""
    return len(token.text) > 2 and token.text[0].isupper() and token.lower_ not in _PARTICLES


def is_common(token: Token) -> bool:
    """Whether a word that may be a surname is used as the common word: "Rice prices"."""
    return token.pos_ != "PROPN" and token.lower_ in _WORDS


def can_be_family(token: Token) -> bool:
    """Whether a capitalised word is no common one; the tagger takes rare names for common nouns."""
    if token.lower_ in _WORDS:
        return False
    is_mistagged = token.is_sent_start is True and token.pos_ in ("NOUN", "X", "ADJ")
    return token.pos_ == "PROPN" or is_mistagged


def _is_glued(doc: Doc, start: int, i: int) -> bool:
    """Whether a page's markup glued the next word to the name: "Jane Roe RoeFederal"."""
    text = doc[i].text
    return any(
        text.startswith(word.text) and text[len(word.text) :][:1].isupper()
        for word in doc[start:i]
        if is_long(word)
    )


def _is_may_a_person(token: Token) -> bool:
    """Whether "May" is no month and no verb at the head of a question: after a name, or acting."""
    if token.i > 0 and token.nbor(-1).text[0].isupper():
        return True
    acts = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "VBD"
    return acts or (token.ent_type_ == "PERSON" and token.dep_ in ("nsubj", "nsubjpass", "poss"))


def _follows_capital(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).text[0].isupper() and not token.is_sent_start


def _is_suffix(doc: Doc, i: int) -> bool:
    """Whether ", Jr." follows a name at token ``i``."""
    return doc[i].text == "," and i + 1 < len(doc) and doc[i + 1].text in ("Jr.", "Sr.", "Jr", "Sr")


def _joins(doc: Doc, i: int, start: int) -> bool:
    """Whether token ``i`` (a particle or a hyphen) joins the name before it to a word after it."""
    if i == start or i + 1 >= len(doc):
        return False
    token, after = doc[i], doc[i + 1]
    if token.text in ("-", "‑", "–"):
        is_tight = not doc[i - 1].whitespace_ and not token.whitespace_ and after.is_alpha
        return is_tight and not _pairs_two_names(doc, i)
    return token.lower_ in _PARTICLES and is_name_word(after)


def _joins_with_hyphen(doc: Doc, i: int, start: int) -> bool:
    """Whether a particle and a hyphen follow: "Suleiman [al-]Shaheen"."""
    if i == start or i + 2 >= len(doc) or doc[i].lower_ not in _PARTICLES:
        return False
    return doc[i + 1].text == "-" and not doc[i].whitespace_ and is_name_word(doc[i + 2])


def _pairs_two_names(doc: Doc, i: int) -> bool:
    """Whether the hyphen at ``i`` stands between two persons: "the Trump-Kim summit"."""
    end = i + 1
    while end < len(doc) and doc[end].text[0].isupper() and doc[end].lower_ not in NOT_NAMES:
        end += 1
    if end == i + 1 or end >= len(doc):
        return False
    return doc[end].pos_ == "NOUN" or doc[end].lower_ in NOT_NAMES
