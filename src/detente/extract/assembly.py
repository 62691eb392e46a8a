"""Assembly: the rules' hints and a judge's judgements become the claims of an article."""

from __future__ import annotations

from collections.abc import Iterable

from detente.extract.features import Hint
from detente.extract.judged import Judged
from detente.extract.judged_actions import find_judged_actions
from detente.extract.judged_contacts import find_judged_contacts
from detente.extract.rules import Rules
from detente.extract.scene import Scene
from detente.model.claims import Action, Contact
from detente.model.judgements import Bar


def assemble(
    scene: Scene, rules: Rules, hints: tuple[Hint, ...], judged: Iterable[Judged], bar: Bar
) -> tuple[Contact | Action, ...]:
    """All claims of an article, before repeats are merged, in the order of the text."""
    sentences = list(scene.doc.sents)
    by_sentence: dict[int, list[Judged]] = {}
    for item in judged:
        by_sentence.setdefault(item.window.sentence, []).append(item)
    claims: list[Contact | Action] = []
    for number, sentence in enumerate(sentences):
        own = tuple(h for h in hints if sentence.start <= h.trigger.i < sentence.end)
        items = by_sentence.get(number, [])
        claims.extend(find_judged_contacts(scene, rules, sentence, own=own, items=items, bar=bar))
        claims.extend(find_judged_actions(scene, rules, sentence, own=own, items=items, bar=bar))
    return tuple(claims)
