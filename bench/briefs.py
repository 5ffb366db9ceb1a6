"""Measures what a long brief costs: composing it, its annexes, its figures, and each form.

`python -m bench.briefs FINDINGS` invents a corpus by the recipe of `bench/invented.py` with more
claims than that, and writes one brief of so many findings. Seconds are of the processor; the peak
is that of the whole process, so that `--form pdf` alone tells the cost of one form.
"""

import argparse
import importlib
import json
import resource
import time
from datetime import UTC, datetime

from bench.findings import timed
from bench.invented import invent
from sayso.review.assemble import assemble
from sayso.views.annexes.whole import with_annexes
from sayso.views.brief.compose import BriefScope, compose

FORMS = {
    "md": "brief.markdown",
    "html": "brief.html",
    "docx": "publishing.word",
    "pdf": "publishing.pdf",
    "json": "publishing.json",
}
DRAWN = {"html", "docx", "pdf"}
#: Claims of the recipe that make one finding, about, and some more.
CLAIMS_A_FINDING = 3


def measure(findings: int, forms: list[str], seed: int) -> dict[str, float]:
    """Give the figures."""
    knowledge = assemble(tuple(invent(findings * CLAIMS_A_FINDING, seed=seed)))
    now = datetime(2026, 11, 1, tzinfo=UTC)
    scope = BriefScope(max_findings=findings)
    made, compose_s = timed(
        lambda: compose(knowledge, scope, made=now, cut_off=now, versions=(("Sayso", "bench"),))
    )
    whole, annexes_s = timed(lambda: with_annexes(knowledge, made))
    draw = importlib.import_module("sayso.views.figures.draw")
    drawings, figures_s = timed(lambda: draw.drawings_of(whole))
    figures: dict[str, float] = {
        "paragraphs": sum(len(section.paragraphs) for section in whole.sections),
        "footnotes": len(whole.footnotes),
        "compose_s": round(compose_s, 2),
        "annexes_s": round(annexes_s, 2),
        "figures_s": round(figures_s, 2),
    }
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for form in forms:
        module = importlib.import_module(f"sayso.views.{FORMS[form]}")
        given = (whole, drawings) if form in DRAWN else (whole,)
        written, seconds = timed(lambda m=module, g=given: m.write(*g))  # type: ignore[misc]  # bound now
        figures[f"{form}_s"] = round(seconds, 2)
        figures[f"{form}_mb"] = round(len(written) / 1e6, 2)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return figures | {"before_mb": round(before / 1024), "peak_mb": round(peak / 1024)}


def main() -> None:
    """Print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("findings", type=int, nargs="?", default=10_000)
    parser.add_argument("--form", action="append", choices=FORMS, help="only this form; more")
    parser.add_argument("--seed", type=int, default=4)
    options = parser.parse_args()
    began = time.perf_counter()
    figures = measure(options.findings, options.form or list(FORMS), options.seed)
    seconds = round(time.perf_counter() - began, 2)
    print(json.dumps({"n": options.findings, **figures, "seconds": seconds}))


if __name__ == "__main__":
    main()
