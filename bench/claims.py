"""Scores what `sayso extract` finds against hand-annotated articles in the contract's JSON.

One predicted claim pairs with at most one claim of the gold: same predicate, sentences that share
a character, subject and object of the same entities (each predicted entity stands for the gold
entity whose mentions it covers best, one to one), and the same place or item where the gold has
the same proposition for several. `other` is an open class and is left out on both sides.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast

from bench.claim_sheets import (
    Claim,
    Comparison,
    Entity,
    Sheet,
    bounds,
    code,
    compare,
    jaccard,
    stance,
)
from sayso.collect.collector import Hints
from sayso.extract.engine import RuleExtractor
from sayso.model.vocabulary import RELATIONS, Predicate, category_of
from sayso.settings import load
from sayso.views.contract import extraction_json
from sayso.views.evidence import CONFIDENT
from sayso.wiring import workbench
from sayso.workbench import Workbench

PARTIES = frozenset({"Person", "ArmedGroup", "Organisation"})


def closed(claims: Iterable[Claim]) -> list[Claim]:
    """Give the claims whose predicate is not the open class."""
    return [claim for claim in claims if claim["predicate"] != Predicate.OTHER]


def telling_slots(claim: Claim, claims: Sequence[Claim]) -> list[str]:
    """Give the slots in which a claim differs from others of the same parties and sentence."""

    def key(one: Claim) -> tuple[object, ...]:
        arguments = one["arguments"]
        parties = arguments.get("subject"), arguments.get("object")
        return one["predicate"], *parties, one["sentence"]["start"]

    siblings = [other for other in claims if key(other) == key(claim)]
    places = {code(other) for other in siblings}
    items = {other["arguments"].get("item") for other in siblings}
    return [s for s, seen in (("place", places), ("item", items)) if len(seen - {None}) > 1]


Pairs = list[tuple[Claim, Claim]]


def pair(beside: Comparison, same_predicate: Callable[[str, str], bool]) -> Pairs:
    """Give (gold, predicted) claims that say the same, one to one, the most alike first."""
    golds, predictions = closed(beside.gold["claims"]), closed(beside.predicted["claims"])
    rated: list[tuple[tuple[float, ...], int, int]] = []
    for i, g in enumerate(golds):
        slots = telling_slots(g, golds)
        for j, p in enumerate(predictions):
            if (
                same_predicate(g["predicate"], p["predicate"])
                and jaccard(g["sentence"], p["sentence"]) > 0
                and beside.parties_agree(g, p)
                and all(beside.slot_agrees(slot, g, p) for slot in slots)
            ):
                rated.append((likeness(beside, g, p), -i, -j))
    used_golds: set[int] = set()
    used_predictions: set[int] = set()
    pairs: Pairs = []
    for _, i, j in sorted(rated, reverse=True):
        if i not in used_golds and j not in used_predictions:
            used_golds.add(i)
            used_predictions.add(j)
            pairs.append((golds[-i], predictions[-j]))
    return pairs


def likeness(beside: Comparison, g: Claim, p: Claim) -> tuple[float, ...]:
    """Give how alike two claims are beyond their parties, the weightiest slot first."""
    return (
        g["predicate"] == p["predicate"],
        beside.chains_agree(g, p),
        g["factuality"] == p["factuality"],
        code(g) == code(p),
        jaccard(g["content"], p["content"]),
    )


def breach(beside: Comparison, claim: Claim, gold: Claim | None) -> str | None:
    """Name the first fairness rule that a predicted claim breaks, or give None."""
    if any(beside.is_forbidden(rule, claim) for rule in beside.gold.get("forbidden", [])):
        return "forbidden_claim"
    if gold is None:
        return None
    certain = claim["factuality"] == "CT+"
    if said_beside(beside, claim, gold):
        return None
    broken = {
        "source_lost": len(gold["source_chain"]) > 1 and len(claim["source_chain"]) == 1,
        "unclear_as_certain": certain and stance(gold["factuality"]) == "?",
        "denial_as_assertion": stance(gold["factuality"]) + stance(claim["factuality"]) == "-+",
        "hedge_dropped": certain and gold["factuality"] in {"PR+", "PS+"},
    }
    return next((rule for rule, is_broken in broken.items() if is_broken), None)


def said_beside(beside: Comparison, claim: Claim, gold: Claim) -> bool:
    """Say whether the sentence also says what was predicted, of more parties than were found."""
    return any(
        g["predicate"] == claim["predicate"]
        and g["sentence"] == gold["sentence"]
        and g["factuality"] == claim["factuality"]
        and beside.chains_agree(g, claim)
        for g in beside.gold["claims"]
    )


def is_tie(claim: Claim, entities: Mapping[str, Entity]) -> bool:
    """Say whether a claim relates two parties."""
    ends = [entities.get(claim["arguments"].get(role, "")) for role in ("subject", "object")]
    between = all(end is not None and end["type"] in PARTIES for end in ends)
    return between and claim["predicate"] in RELATIONS


def is_wrong_tie(beside: Comparison, claim: Claim) -> bool:
    """Say whether no gold claim has this tie, with this stance, anywhere in the document."""
    return not any(
        g["predicate"] == claim["predicate"]
        and stance(g["factuality"]) == stance(claim["factuality"])
        and beside.parties_agree(g, claim)
        for g in beside.gold["claims"]
    )


def count(beside: Comparison) -> Counter[str]:
    """Count what a document gives: claims, agreed slots, ties and breaches."""
    golds, predictions = closed(beside.gold["claims"]), closed(beside.predicted["claims"])
    pairs = pair(beside, lambda a, b: a == b)
    loose = pair(beside, lambda a, b: category_of(Predicate(a)) == category_of(Predicate(b)))
    seen: Counter[str] = Counter(gold=len(golds), predicted=len(predictions), both=len(pairs))
    seen["loose"] = len(loose)
    seen["other_predicted"] = len(beside.predicted["claims"]) - len(predictions)
    seen["tie_gold"] = sum(is_tie(g, beside.mine) for g in golds)
    for g, p in pairs:
        count_pair(seen, beside, g, p)
    answered = {id(p): g for g, p in pairs}
    for p in predictions:
        count_prediction(seen, beside, p, answered.get(id(p)))
    for g in golds:
        seen[f"gold {g['predicate']}"] += 1
    return seen


def count_pair(seen: Counter[str], beside: Comparison, g: Claim, p: Claim) -> None:
    """Count the slots in which a found claim agrees; place, time and figure where gold has one."""
    seen["chain"] += beside.chains_agree(g, p)
    seen["factuality"] += g["factuality"] == p["factuality"]
    seen["modality"] += g["modality"] == p["modality"]
    for slot, mine, theirs in (
        ("place", code(g), code(p)),
        ("time", g["time"], p["time"]),
        ("quantity", bounds(g), bounds(p)),
    ):
        seen[f"{slot}_asked"] += mine is not None
        seen[slot] += mine is not None and mine == theirs
    seen["tie_both"] += is_tie(g, beside.mine)
    seen[f"both {g['predicate']}"] += 1


def is_read_rightly(beside: Comparison, gold: Claim, claim: Claim) -> bool:
    """Say whether a found claim has the right chain and factuality too."""
    return beside.chains_agree(gold, claim) and gold["factuality"] == claim["factuality"]


def count_prediction(
    seen: Counter[str], beside: Comparison, claim: Claim, gold: Claim | None
) -> None:
    """Count a predicted claim, whether it is a tie, and the fairness rule that it breaks."""
    tie = is_tie(claim, beside.theirs)
    rule = breach(beside, claim, gold)
    shown = tie and claim["confidence"] >= CONFIDENT
    seen["tie_predicted"] += tie
    seen["tie_right"] += tie and gold is not None
    seen["tie_wrong"] += tie and is_wrong_tie(beside, claim)
    seen["tie_shown"] += shown
    seen["tie_shown_right"] += shown and not is_wrong_tie(beside, claim)
    tenth = min(9, int(claim["confidence"] * 10))
    seen[f"tenth {tenth}"] += 1
    seen[f"sure {tenth}"] += round(1000 * claim["confidence"])
    seen[f"right {tenth}"] += gold is not None and is_read_rightly(beside, gold, claim)
    seen[f"predicted {claim['predicate']}"] += 1
    seen[f"breach {rule}"] += rule is not None


def share(part: int, whole: int) -> float | None:
    """Give a fraction from 0 to 1, or None of nothing."""
    return round(part / whole, 4) if whole else None


def calibration_error(seen: Counter[str]) -> float | None:
    """Give how far confidence is from the share of claims read rightly, the mean over tenths."""
    apart = sum(abs(seen[f"sure {n}"] / 1000 - seen[f"right {n}"]) for n in range(10))
    return round(apart / seen["predicted"], 4) if seen["predicted"] else None


def figures(seen: Counter[str]) -> dict[str, object]:
    """Give the shares of one document or of all."""
    both = seen["both"]
    ties = {
        "found": share(seen["tie_both"], seen["tie_gold"]),
        "precision": share(seen["tie_right"], seen["tie_predicted"]),
        "shown": seen["tie_shown"],
        "shown_right": share(seen["tie_shown_right"], seen["tie_shown"]),
    }
    breaches = {
        key.removeprefix("breach "): number
        for key, number in sorted(seen.items())
        if key.startswith("breach ") and number
    }
    return {
        "found": share(both, seen["gold"]),
        "precision": share(both, seen["predicted"]),
        "f1": share(2 * both, seen["gold"] + seen["predicted"]),
        "found_loose": share(seen["loose"], seen["gold"]),
        **{slot: share(seen[slot], both) for slot in ("factuality", "modality")},
        "chain_exact": share(seen["chain"], both),
        **{s: share(seen[s], seen[f"{s}_asked"]) for s in ("place", "time", "quantity")},
        "ties": ties,
        "wrong_ties": seen["tie_wrong"],
        "calibration_error": calibration_error(seen),
        "forbidden": sum(breaches.values()),
        "breaches": breaches,
        "n": seen["gold"],
        "predicted": seen["predicted"],
        "other_predicted": seen["other_predicted"],
    }


def score(sheets: Mapping[str, tuple[Sheet, Sheet]]) -> dict[str, object]:
    """Give the figures over all documents, each a gold sheet and a prediction, by name."""
    seen = {name: count(compare(gold, given)) for name, (gold, given) in sheets.items()}
    together: Counter[str] = sum(seen.values(), Counter())
    predicates = sorted(
        {key.split()[1] for key in together if key.startswith(("gold ", "predicted "))}
    )
    per_predicate = {
        predicate: {kind: together[f"{kind} {predicate}"] for kind in ("gold", "predicted", "both")}
        for predicate in predicates
    }
    return {
        **figures(together),
        "documents": len(sheets),
        "per_document": {name: figures(one) for name, one in seen.items()},
        "per_predicate": per_predicate,
    }


def read_sheet(path: Path) -> Sheet:
    """Give an annotator's sheet."""
    return cast(Sheet, json.loads(path.read_text(encoding="utf-8")))


def extract(bench: Workbench, path: Path, published: str | None) -> Sheet:
    """Run the product on one text; give what `sayso extract --json` prints."""
    record = bench.extract(str(path), Hints(published=published))
    return cast(Sheet, extraction_json(record, 0.0))


def asked_for() -> argparse.Namespace:
    """Give what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="*.txt, each with a *.json beside it")
    parser.add_argument(
        "--predictions", type=Path, help="write what was scored, one row a document"
    )
    parser.add_argument(
        "--rules-alone", action="store_true", help="leave out the encoder and its objections"
    )
    parser.add_argument(
        "--annotator", type=Path, help="measure another annotator's folder, not the product"
    )
    return parser.parse_args()


def read_both(options: argparse.Namespace) -> dict[str, tuple[Sheet, Sheet]]:
    """Give each document of the folder as annotated, and what is measured beside it."""
    extractor = RuleExtractor if options.rules_alone else None
    bench = workbench(load({}, {}, options.folder), sys.stdin.buffer, extractor)
    sheets: dict[str, tuple[Sheet, Sheet]] = {}
    for path in sorted(options.folder.glob("*.txt")):
        if path.with_suffix(".json").is_file():
            gold = read_sheet(path.with_suffix(".json"))
            if options.annotator is None:
                given = extract(bench, path, gold["document"]["published"])
            else:
                given = read_sheet(options.annotator / f"{path.stem}.json")
            sheets[path.stem] = gold, given
    if not sheets:
        sys.exit(f"{options.folder}: no *.txt with a *.json beside it")
    return sheets


def main() -> None:
    """Print one JSON object."""
    options = asked_for()
    began = time.perf_counter()
    sheets = read_both(options)
    seconds = time.perf_counter() - began
    if options.predictions is not None:
        rows = ({"doc_id": name, **given} for name, (_, given) in sheets.items())
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        options.predictions.write_text("".join(lines), encoding="utf-8")
    peak_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cost = {"seconds": round(seconds, 2), "peak_mb": round(peak_kb / 1024, 1)}
    print(json.dumps({**score(sheets), **cost}, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
