"""The documents held, as sources: copies of one story, who cites them, the roots they give."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from sayso.model.ids import DocumentId
from sayso.model.sources import HeldSource
from sayso.model.vocabulary import EntityType
from sayso.review.corpus import Corpus
from sayso.review.entities.names import normal_name
from sayso.review.origins.roots import Origins
from sayso.review.sources.cited import printed_by
from sayso.review.sources.symbols import symbols_of_held


def held_sources(corpus: Corpus, origins: Origins) -> tuple[HeldSource, ...]:
    """Give the documents held, by date of publication, undated last."""
    stories = corpus.context.stories.answers
    documents = [record.document.id for record in corpus.by_date()]
    copies: dict[DocumentId, list[DocumentId]] = defaultdict(list)
    for document in documents:
        copies[stories[document]].append(document)
    cites = _citing(corpus)
    cited_by: dict[DocumentId, list[DocumentId]] = defaultdict(list)
    for citing in documents:
        for cited in sorted(cites.get(citing, ())):
            cited_by[cited].append(citing)
    roots, claims = _roots(corpus, origins)
    given = _stories_of_roots(roots, stories)
    circle = in_circles(cites)
    return tuple(
        HeldSource(
            document=document,
            story=stories[document],
            copies=tuple(copies[stories[document]]),
            cited_by=tuple(cited_by[document]),
            claims=claims[document],
            roots=tuple(sorted(roots[document].values())),
            only_here=tuple(
                sorted(name for key, name in roots[document].items() if len(given[key]) == 1)
            ),
            in_circle=document in circle,
        )
        for document in documents
    )


def _roots(
    corpus: Corpus, origins: Origins
) -> tuple[dict[DocumentId, dict[str, str]], dict[DocumentId, int]]:
    """Give the independent roots of each document's claims, by normal name, and their number.

    A publisher and a body of that name are one here, even where the clusters know only one.
    """
    roots: dict[DocumentId, dict[str, str]] = defaultdict(dict)
    claims: dict[DocumentId, int] = defaultdict(int)
    for claim in corpus.claims.values():
        if claim.id in corpus.rejected:
            continue
        claims[claim.document_id] += 1
        origin = origins.of(claim)
        if origin.independent:
            roots[claim.document_id].setdefault(normal_name(origin.name), origin.name)
    return roots, claims


def _stories_of_roots(
    roots: Mapping[DocumentId, Mapping[str, str]], stories: Mapping[DocumentId, DocumentId]
) -> Mapping[str, set[DocumentId]]:
    """Give the stories in which each root is heard."""
    given: dict[str, set[DocumentId]] = defaultdict(set)
    for document, own in roots.items():
        for key in own:
            given[key].add(stories[document])
    return given


def _citing(corpus: Corpus) -> Mapping[DocumentId, frozenset[DocumentId]]:
    """Give the other documents held that each document cites; itself is none."""
    found: dict[DocumentId, set[DocumentId]] = defaultdict(set)
    for citing, cited in (*_by_entity(corpus), *_by_outlet(corpus), *symbols_of_held(corpus)):
        if citing != cited:
            found[citing].add(cited)
    return {document: frozenset(cited) for document, cited in found.items()}


def _by_entity(corpus: Corpus) -> Iterator[tuple[DocumentId, DocumentId]]:
    for member in corpus.members.answers.values():
        held = corpus.reports.held.get(corpus.clusters.entity_of[member.id])
        if held is not None:
            yield member.document.id, held


def _by_outlet(corpus: Corpus) -> Iterator[tuple[DocumentId, DocumentId]]:
    """Give (citing, cited) for what is told on the word of an outlet: its latest held by then."""
    issues = {
        publisher: [(one.published or "", one.id) for _, one in own]
        for publisher, own in printed_by(corpus).items()
    }
    for own in issues.values():
        own.sort()
    for claim in corpus.claims.values():
        today = corpus.document(claim).published or "9999"
        for node in claim.source_chain if claim.id not in corpus.rejected else ():
            outlet = corpus.cluster(node.entity)
            if outlet is not None and corpus.entity(outlet).type is EntityType.MEDIA_OUTLET:
                own = issues.get(outlet, [])
                before = bisect_right(own, today, key=itemgetter(0))
                if before:
                    yield claim.document_id, own[before - 1][1]


def in_circles(cites: Mapping[DocumentId, Iterable[DocumentId]]) -> frozenset[DocumentId]:
    """Give the documents that cite documents which lead back to them.

    By strong components (Kosaraju): what is reached backwards from the document that was left last
    leads to it and is led to by it; a document alone in its component is in no circle.
    """
    cited_by: dict[DocumentId, list[DocumentId]] = defaultdict(list)
    for citing, cited in cites.items():
        for one in cited:
            cited_by[one].append(citing)
    seen: set[DocumentId] = set()
    left = [one for start in cites for one in _reached(start, cites, seen)]
    seen.clear()
    components = (list(_reached(start, cited_by, seen)) for start in reversed(left))
    return frozenset(
        one for own in components for one in own if len(own) > 1 or one in cites.get(one, ())
    )


def _reached(
    start: DocumentId, ways: Mapping[DocumentId, Iterable[DocumentId]], seen: set[DocumentId]
) -> Iterator[DocumentId]:
    """Give what is reached from a document and was not seen, each after all that lies behind it."""
    if start in seen:
        return
    seen.add(start)
    open_ways = [(start, iter(ways.get(start, ())))]
    while open_ways:
        at, ahead = open_ways[-1]
        following = next((one for one in ahead if one not in seen), None)
        if following is None:
            open_ways.pop()
            yield at
        else:
            seen.add(following)
            open_ways.append((following, iter(ways.get(following, ()))))
