"""Oversees the states by real lists: what is carried out by exact evidence, lags and differences.

What is tied exactly is counted twice: by us, and from the raw files by `bench/state_counts.py`.
"""

import argparse
import csv
import io
import json
import resource
import tarfile
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from bench.state_counts import (
    eu_parties,
    ofac_parties,
    tied_by_number,
    tied_by_reference,
    un_parties,
)
from bench.state_names import BY_NAME_ALONE, by_name_figures
from sayso import wiring
from sayso.errors import SaysoError
from sayso.lists.reading.files import ListFiles
from sayso.match.linking.lists import LEAST, candidates_beside
from sayso.model.ids import EntryId
from sayso.model.oversight import Difference, LinkKind, Obligation, Oversight
from sayso.model.vocabulary import LagStatus, Measure
from sayso.overseeing import Overseeing
from sayso.settings import STATES_FILE, load
from sayso.states.countries import UN_MEMBERS
from sayso.states.times.lag import lag_between
from sayso.workbench import Workbench

#: States whose coverage is told.
COVERED = ("EU", "US", "GB", "AU", "CA", "AE")
#: The first of the daily versions of OFAC's list: before it they are years apart.
DAILY_SINCE = "2021-08-18"
_HOUR = timedelta(hours=1)


def files_in(folder: Path, versions: Path) -> Iterator[tuple[str, Path, str | None]]:
    """Give authority, file and date (None: its own) of every release, the oldest OFAC first."""
    for path in sorted(folder.glob("un/*.xml.gz")):
        yield "un", path, None
    for path in sorted(folder.glob("eu/*.xml.gz")):
        yield "eu", path, None
    yield "ca", folder / "ca/ca_sema_2025-05-25.xml.gz", "2025-05-25"
    yield "ae", folder / "derived/uae_local_list_2025-08.csv.gz", "2025-08-04"
    yield "uk-copy=flat", folder / "derived/uk_parsed_2025-05-25.csv.gz", "2025-05-25"
    yield "au-copy=flat", folder / "derived/au_dfat_parsed_2025-05-25.csv.gz", "2025-05-25"
    for path in (*ofac_rows(folder, versions), *ofac_whole(folder)):
        yield "ofac", path, None


def ofac_rows(folder: Path, versions: Path) -> Sequence[Path]:
    """Give the versions of sdn.csv, by date."""
    return (folder / "ofac/ofac_sdn_2018-01-26.csv.gz", *sorted(versions.iterdir()))


def ofac_whole(folder: Path) -> Sequence[Path]:
    """Give the versions of sdn.xml, by date."""
    names = ("ofac_sdn_full_jsanctions.xml.gz", "ofac_sdn_full_2024-05.xml.gz")
    return [folder / "ofac" / name for name in names]


def unpack(archive: Path, versions: Path) -> None:
    """Write the dated versions in an archive to a folder."""
    with tarfile.open(archive) as packed:
        for member in packed:
            content = packed.extractfile(member)
            if content is not None:
                (versions / Path(member.name).name).write_bytes(content.read())


def load_all(bench: Workbench, folder: Path, versions: Path) -> dict[str, object]:
    """Add every release as `lists add --repair --force` does; tell what cannot be read."""
    counts: Counter[str] = Counter()
    refused: dict[str, str] = {}
    began = perf_counter()
    for authority, path, published in files_in(folder, versions):
        given = ListFiles(
            authority=authority, paths=(str(path),), published=published, repair=True, force=True
        )
        try:
            counts[authority] += bench.add_list(given).is_new
        except SaysoError as bad:
            refused[path.name] = str(bad).rpartition(": ")[2]
    return {
        "releases": dict(counts),
        "refused": refused,
        "load_s": round(perf_counter() - began, 1),
    }


# What is tied, and the count from the raw files


def exact_by(oversight: Oversight, state: str, reason: str) -> set[str]:
    """Give the UN references that a state's entries are tied to by one kind of evidence."""
    return {
        reference
        for reference, acts in oversight.transpositions.get(state, {}).items()
        for act in acts
        if act.link is LinkKind.EXACT and any(words.startswith(reason) for words in act.reasons)
    }


def beside(ours: set[str], counted: set[str]) -> dict[str, object]:
    """Set two counts beside each other."""
    return {
        "ours": len(ours),
        "counted_otherwise": len(counted),
        "both": len(ours & counted),
        "ours_alone": sorted(ours - counted),
        "counted_alone": sorted(counted - ours),
    }


def count_figures(oversight: Oversight, folder: Path, versions: Path) -> dict[str, object]:
    """Count what exact evidence ties, by us and otherwise."""
    un = un_parties(sorted(folder.glob("un/*.xml.gz")))
    eu = eu_parties(sorted(folder.glob("eu/*.xml.gz")))
    us = ofac_parties(ofac_rows(folder, versions), ofac_whole(folder))
    paper = "the number"
    return {
        "un_entries": {"ours": len({o.entry for o in oversight.obligations}), "raw": len(un)},
        "eu_by_reference": beside(
            exact_by(oversight, "EU", "reference"), tied_by_reference(un, eu)
        ),
        "eu_by_number": beside(
            exact_by(oversight, "EU", paper), tied_by_number(un, list(eu.values()))
        ),
        "us_by_number": beside(
            exact_by(oversight, "US", paper), tied_by_number(un, list(us.values()))
        ),
    }


def coverage(found: Overseeing, state: str) -> dict[str, object]:
    """Count a state's obligations that stand, by measure: done, waiting, and by status."""
    figures: dict[str, object] = {}
    for measure in Measure:
        standing = [
            i
            for i in found.implementations(state)
            if i.obligation.measure is measure and i.obligation.ended is None
        ]
        figures[measure] = {
            "obligations": len(standing),
            "links": dict(Counter(i.link.value for i in standing)),
            "status": dict(Counter(i.status.value for i in standing)),
        }
    return figures


# Lags


def quantiles(lags: Iterable[tuple[float, float]]) -> dict[str, object]:
    """Give the distribution of lags in hours: medians and extremes of what is least and most."""
    known = sorted(lags)
    if not known:
        return {"n": 0}
    least, most = [lag[0] for lag in known], sorted(lag[1] for lag in known)
    ninety = round(0.9 * (len(known) - 1))
    return {
        "n": len(known),
        "median": [median(least), median(most)],
        "p90": [least[ninety], most[ninety]],
        "first": known[0],
        "last": known[-1],
        "possibly_within_24h": sum(lag[0] < 24 for lag in known),  # noqa: PLR2004  # hours
        "over_24h": sum(lag[0] >= 24 for lag in known),  # noqa: PLR2004
        "before_the_un": sum(lag[1] < 0 for lag in known),
    }


Lag = tuple[float, float]


def lags_of(oversight: Oversight, state: str, link: LinkKind) -> Iterator[tuple[Obligation, Lag]]:
    """Give the lag of each UN entry of which a state's surest link is of this kind, if known.

    Of several exact links it is that of the earliest act; of several by name of the likeliest.
    """
    freezes = {o.reference: o for o in oversight.obligations if o.measure is Measure.ASSETS_FREEZE}
    for reference, acts in oversight.transpositions.get(state, {}).items():
        moments = [act.at for act in acts if act.link is link and act.at is not None]
        if reference not in freezes or acts[0].link is not link:
            continue
        is_exact = link is LinkKind.EXACT
        at = min(moments, key=lambda moment: moment.latest) if is_exact else moments[0]
        lag = lag_between(freezes[reference].due, at)
        if lag is not None:
            yield freezes[reference], lag


def lag_figures(oversight: Oversight) -> dict[str, object]:
    """Tell how long after the UN the EU and the US acted, by the kind of link."""
    figures: dict[str, object] = {}
    for state in ("EU", "US"):
        for name, link in (("exact", LinkKind.EXACT), ("matched_by_name", LinkKind.MATCHED)):
            rows = list(lags_of(oversight, state, link))
            since = [lag for due, lag in rows if due.due.stated >= DAILY_SINCE]
            figures[f"{state}_{name}"] = quantiles(lag for _, lag in rows)
            figures[f"{state}_{name}_listed_since_{DAILY_SINCE}"] = quantiles(since)
    exact = list(lags_of(oversight, "EU", LinkKind.EXACT))
    stated = exact_by(oversight, "EU", "reference")
    by_year: dict[str, list[Lag]] = {}
    for due, lag in exact:
        by_year.setdefault(due.due.stated[:4], []).append(lag)
    return {
        **figures,
        "EU_by_reference": quantiles(lag for due, lag in exact if due.reference in stated),
        "EU_exact_by_year": {
            year: {"n": len(lags), "median": quantiles(lags)["median"]}
            for year, lags in sorted(by_year.items())
        },
        "EU_exact_longest_days": sorted((round(lag[0] / 24), due.reference) for due, lag in exact)[
            -12:
        ],
    }


# The matcher beside what is known exactly


def matcher_figures(bench: Workbench, oversight: Oversight, state: str) -> dict[str, object]:
    """Ask the matcher for the entries that exact evidence ties, without numbers of papers."""
    authority = {"EU": "eu", "US": "ofac"}[state]
    lists = bench._readable().lists  # noqa: SLF001  # a benchmark looks inside
    ids = {a: [r.id for r in bench.releases() if r.authority == a] for a in ("un", authority)}
    right: dict[str, set[EntryId]] = {}
    for reference, acts in oversight.transpositions[state].items():
        exact = {a.entry for a in acts if a.link is LinkKind.EXACT and a.entry is not None}
        right |= {reference: exact} if exact else {}
    un = {h.newest.reference: h.newest for h in lists.histories("un", ids["un"]).values()}
    listed = {e: h.newest for e, h in lists.histories(authority, ids[authority]).items()}
    by_name = [replace(un[r], documents=()) for r in sorted(right)]
    found = candidates_beside(by_name, listed, ids[authority][-1])
    first = {reference: best[0].entry for reference, best in found.items()}
    return {
        "least": LEAST,
        "asked": len(right),
        "best_is_right": sum(first.get(r) in entries for r, entries in right.items()),
        "best_is_another": sorted(r for r, e in right.items() if r in first and first[r] not in e),
        "none_found": sorted(r for r in right if r not in first),
    }


# Differences and the table


def difference_figures(differences: Sequence[Difference], state: str) -> dict[str, object]:
    """Count a state's differences by link, kind and field, and for how long they have stood."""
    own = [d for d in differences if d.state == state]
    counts = Counter(f"{d.link}/{d.kind}/{d.field}" for d in own)
    still = sorted(
        (d.for_at_least / (_HOUR * 24), d.reference, d.link.value)
        for d in own
        if d.kind == "still_listed" and d.for_at_least is not None
    )
    pairs = {(d.reference, d.entry) for d in own if d.link is LinkKind.EXACT}
    return {
        "counts": dict(sorted(counts.items())),
        "exact_pairs_with_any": len(pairs),
        "still_listed_days": [(round(days), ref, link) for days, ref, link in still],
    }


def table_figures(found: Overseeing) -> dict[str, object]:
    """Make the table of all member states, and tell how long it took and how large it is."""
    began = process_time()
    states = sorted(UN_MEMBERS)
    columns = [[one.status for one in found.implementations(state)] for state in states]
    seconds = process_time() - began
    written = io.StringIO()
    out = csv.writer(written)
    obligations = found.oversight().obligations
    out.writerow(["reference", "measure", *states])
    for place, one in enumerate(obligations):
        out.writerow([one.reference, one.measure, *(column[place] for column in columns)])
    counts = Counter(status for column in columns for status in column)
    return {
        "states": len(states),
        "entries": len({one.entry for one in obligations}),
        "cells": len(states) * len(obligations),
        "table_cpu_s": round(seconds, 2),
        "csv_cpu_s": round(process_time() - began - seconds, 2),
        "csv_mb": round(len(written.getvalue()) / 1e6, 2),
        "status": {status.value: counts[status] for status in LagStatus},
    }


def opened(project: str) -> dict[str, object]:
    """Open what is kept and make the table, as a program does that was just started."""
    began = process_time()
    bench = wiring.workbench(load({"project": project}, {}, Path(project)), BytesIO())
    found = bench.overseeing()
    found.oversight()
    seconds = process_time() - began
    table = table_figures(found)
    bench.close()
    [peak] = [row for row in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in row]
    return {
        "opened_cpu_s": round(seconds, 2),
        "table": table,
        "opened_mb": round(int(peak.split()[1]) / 1024, 1),
    }


def in_its_own_process(project: Path) -> dict[str, object]:
    """Give `opened` of a process that did nothing else."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(opened, (str(project),))


def main(folder: Path, project: Path) -> None:
    """Print one JSON object."""
    began = perf_counter()
    versions = project / "versions"
    settings = load({"project": str(project)}, {}, project)
    bench = wiring.workbench(settings, BytesIO())
    is_new = not versions.is_dir()
    if is_new:
        versions.mkdir(parents=True)
        [archive] = folder.glob("ofac/*history*.tar.xz")
        unpack(archive, versions)
    loaded = load_all(bench, folder, versions) if is_new else {"load_s": "loaded before"}
    (settings.folder / STATES_FILE).unlink(missing_ok=True)
    started = process_time()
    bench.overseeing().oversight()
    worked_out_s = process_time() - started
    found = bench.overseeing()
    oversight = found.oversight()
    figures = {
        **loaded,
        "worked_out_cpu_s": round(worked_out_s, 1),
        "kept_mb": round((settings.folder / STATES_FILE).stat().st_size / 1e6, 1),
        "obligations": len(oversight.obligations),
        "exact": count_figures(oversight, folder, versions),
        "coverage": {state: coverage(found, state) for state in COVERED},
        "lags_h": lag_figures(oversight),
        "by_name": {code: by_name_figures(bench, oversight, code) for code in BY_NAME_ALONE},
        "matcher": {s: matcher_figures(bench, oversight, s) for s in ("EU", "US")},
        "differences": {s: difference_figures(oversight.differences, s) for s in ("EU", "US")},
        **in_its_own_process(project),
        "n": len(oversight.obligations),
        "seconds": round(perf_counter() - began, 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
    }
    bench.close()
    print(json.dumps(figures, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="lists by authority: un/, eu/, ofac/, ca/, …")
    parser.add_argument("--project", type=Path, help="keep the project here, and use it again")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        main(asked.folder, asked.project or Path(scratch))
