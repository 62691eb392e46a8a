"""Who says what in a Doc: attributions with content, source, cue and venue.

Direct and indirect speech, "according to", speaker labels of transcripts, headlines with a colon,
and quotations that go on with the speaker before them. Resolving a source to a party is not done
here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from detente.read.attributions import (
    Attribution,
    Offsets,
    find_form,
    is_performative,
    make_attribution,
    take_cue,
)
from detente.read.given_quotes import give_quotes
from detente.read.quote_spans import QuoteSpan, find_quote_spans
from detente.read.reported import find_contents
from detente.read.reporting import load_cues
from detente.read.sources import find_agent, find_holder, find_subject, take_core, take_whole
from detente.read.transcripts import find_turns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Attribution", "find_attributions"]

_HEADLINE = re.compile(r"\A\s*(?P<who>[A-Z][^\n:;,.?!]{2,48}): (?P<what>[^\n]{12,})")
_NO_SPEAKERS = frozenset(
    "breaking exclusive watch update updated live video analysis opinion listen photos poll read "
    "transcript factbox timeline explainer column editorial review correction fact".split()
)
_MAX_HEADLINE_SPEAKER = 7  # tokens before the colon


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """All attributions of a Doc, in the order of their contents.

    “We are in a blockade,” Antonov said. → the quotation, by Antonov. "Antonov left." → none.
    """
    turns = find_turns(doc.text)
    quotes = find_quote_spans(doc.text)
    found = [
        Attribution(
            contents=(turn.content,),
            source=turn.speaker,
            whole=turn.speaker,
            cue=None,
            form="direct",
            is_question=turn.is_question,
        )
        for turn in turns
    ]
    found.extend(_read_headline(doc))
    for token in doc:
        if token.lower_ == "according":  # tagged a verb by some pipelines
            found.extend(_read_according(token))
        elif token.pos_ == "VERB":
            found.extend(_read_verb(token, quotes))
        elif token.pos_ in ("NOUN", "ADJ"):
            found.extend(_read_noun(token, quotes))
    if not turns:
        found = give_quotes(doc, found, quotes)
    kept = [item for item in found if item.is_speech or not _is_inside(item, found, quotes)]
    return tuple(sorted(kept, key=lambda item: item.contents[0]))


def _is_inside(item: Attribution, found: list[Attribution], quotes: tuple[QuoteSpan, ...]) -> bool:
    """Whether what somebody thinks is told by somebody: then the teller's words are whole."""
    if item.cue is None:
        return False
    at = item.cue[0]
    if any(quote.start <= at < quote.end for quote in quotes):
        return True
    return any(
        start <= at < end for other in found if other is not item for start, end in other.contents
    )


def _read_verb(verb: Token, quotes: tuple[QuoteSpan, ...]) -> list[Attribution]:
    for cue in load_cues().get(verb.lemma_.lower(), ()):
        contents = find_contents(verb, cue, quotes)
        if not contents:
            continue
        if _is_connective(verb):
            return []
        if verb.tag_ == "VBN" and verb.dep_ == "advcl":
            return []  # "Asked whether they had met, he said …": who asked, it does not say
        is_open = bool({"raised", "passive"} & set(cue.contents))
        subject = find_agent(verb) if is_open else find_subject(verb)
        if subject is None and is_open:
            return [
                Attribution(
                    contents=tuple(contents),
                    source=None,
                    cue=take_cue(verb),
                    form=find_form(contents, quotes),
                    is_speech=False,
                )
            ]
        if subject is None or is_performative(verb, subject, quotes):
            return []
        return [make_attribution(verb, cue, subject, contents, quotes)]
    return []


def _read_noun(noun: Token, quotes: tuple[QuoteSpan, ...]) -> list[Attribution]:
    """ "the envoy's claim that …", "is confident that …": what it reports, by whose it is."""
    for cue in load_cues("adj" if noun.pos_ == "ADJ" else "noun").get(noun.lemma_.lower(), ()):
        contents = find_contents(noun, cue, quotes)
        holder = find_holder(noun) if contents else None
        if holder is not None and not is_performative(noun, holder, quotes):
            return [make_attribution(noun, cue, holder, contents, quotes)]
    return []


def _is_connective(verb: Token) -> bool:
    """ "That said, …" """
    return verb.lower_ == "said" and verb.i > 0 and verb.nbor(-1).text == "That"


def _read_according(token: Token) -> list[Attribution]:
    """ "…, according to X": all of the sentence but that phrase."""
    pobj = [g for child in token.children if child.lower_ == "to" for g in child.children]
    if not pobj:
        return []
    source, whole = take_core(pobj[0]), take_whole(pobj[0], token)
    sentence = token.sent
    last = sentence[-1]
    end = last.idx if last.is_punct else sentence.end_char
    parts = [(sentence.start_char, token.idx), (whole[1] + 1, end)]
    contents = [_strip(token.doc.text, part) for part in parts]
    kept = [part for part in contents if len(token.doc.text[slice(*part)].split()) > 2]
    if not kept:
        return []
    return [
        Attribution(contents=tuple(kept), source=source, whole=whole, cue=(token.idx, source[0]))
    ]


def _read_headline(doc: Doc) -> list[Attribution]:
    """ "Kremlin: no talks are planned": the words after the colon, by whom stands before it."""
    match = _HEADLINE.match(doc.text)
    if match is None or match["who"].split()[0].lower() in _NO_SPEAKERS:
        return []
    who = doc.char_span(*match.span("who"), alignment_mode="expand")
    if (
        who is None
        or any(token.pos_ in ("VERB", "AUX") for token in who)
        or len(who) > _MAX_HEADLINE_SPEAKER
    ):
        return []
    where, colon = match.span("who"), match.end("who")
    return [
        Attribution(
            contents=(match.span("what"),), source=where, whole=where, cue=(colon, colon + 1)
        )
    ]


def _strip(text: str, content: Offsets) -> Offsets:
    start, end = content
    while end > start and (text[end - 1] in " ,;:\n" or text[end - 1].isspace()):
        end -= 1
    while start < end and (text[start] in " ,;:\n" or text[start].isspace()):
        start += 1
    return start, end
