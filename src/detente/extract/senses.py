"""Whether a trigger word is used in the sense of its rule, and claims anything.

"The press met the coach", "a press conference", "whether they met": the word is there, the
contact is not. Only the words around the trigger count here, not the parties.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.extract import syntax
from detente.extract.scene import Scene
from detente.lexicon.cues import ContactTrigger, StatusTable

if TYPE_CHECKING:
    from spacy.tokens import Token

# Press conferences and party conferences are no contacts between states
_PUBLIC = frozenset({"press", "news", "media", "campaign", "town", "party", "cabinet", "business"})
_PLAY = frozenset(
    "final semi-final quarter-final quarterfinal semifinal friendly coach goal penalty cup league "
    "championship tournament referee striker goalkeeper midfielder cricket football rugby hockey "
    "stadium innings wicket medal playoff squad".split()
)


def fits_rule(scene: Scene, token: Token, rule: ContactTrigger, statuses: StatusTable) -> bool:
    """Whether the word is used in the sense of its rule."""
    if scene.find_resolution(token) is not None:
        return False
    modifiers = {child.lower_ for child in token.children if child.dep_ in ("amod", "compound")}
    if modifiers & _PUBLIC or (rule.needs == "name" and token.pos_ != "PROPN"):
        return False
    if rule.context:
        if modifiers & set(rule.context):
            return True
        cue = (
            statuses.find_cue(token.head, ("verbs",))
            if token.dep_
            in (
                "dobj",
                "nsubjpass",
            )
            else None
        )
        return cue is not None and cue.effect in ("suspended", "resumed") and not modifiers
    if rule.objects:
        return any(
            target.lemma_.lower() in rule.objects
            for target in (*token.children,)
            if target.dep_ in ("dobj", "nsubjpass", "oprd")
        )
    return True


def find_forms(token: Token) -> list[str]:
    """The lemma with its particle or compound, then alone: "speak with", "phone call", "call"."""
    lemma = token.lemma_.lower()
    forms = []
    for child in token.children:
        if child.dep_ in ("prt", "compound", "amod", "advmod"):
            forms.append(
                f"{child.lower_} {lemma}"
                if child.dep_ in ("compound", "amod")
                else f"{lemma} {child.lower_}"
            )
    return [*forms, lemma]


def is_play(trigger: Token) -> bool:
    """Teams meet, too: a sentence that speaks of sport tells of no diplomacy."""
    return any(token.lemma_.lower() in _PLAY for token in trigger.sent)


def is_asked(trigger: Token) -> bool:
    """A question, or what "whether" leaves open, claims nothing."""
    if trigger.sent.text.rstrip().rstrip("”\"’'").endswith("?"):
        return True
    for node in (trigger, *syntax.climb(trigger)):
        marks = {child.lower_ for child in syntax.children(node, "mark", "advmod")}
        is_infinitive = any(aux.lower_ == "to" for aux in syntax.children(node, "aux"))
        if "whether" in marks and not is_infinitive:
            return True
        if node.dep_ in ("ROOT", "relcl"):
            break
    return False
