"""Questions under competing hypotheses: each thing that a person can do with them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sayso.errors import NotFound
from sayso.model.findings import Knowledge
from sayso.model.hypotheses import Matrix, Rating, Step
from sayso.model.identities import IdentityQuestion
from sayso.model.ids import ClaimId
from sayso.ports import Store
from sayso.review.hypotheses import asking
from sayso.review.hypotheses.asking import Exhibit, Signature
from sayso.review.hypotheses.grounds import Ground
from sayso.review.hypotheses.matrix import matrices_of
from sayso.review.identities.raising import identity_questions
from sayso.views.hypotheses.wording import answers, asked


class Deliberation:
    """All questions of one project; every change is a step that is signed and appended."""

    def __init__(self, store: Store, knowledge: Knowledge, clock: Callable[[], datetime]) -> None:
        self._store = store
        self.knowledge = knowledge
        self._clock = clock
        self._ground = Ground(knowledge, store.documents.erasures())

    def matrices(self) -> tuple[Matrix, ...]:
        """Give the matrix of every question, the first opened first."""
        return matrices_of(self._store.hypotheses.steps(), self._ground.of)

    def matrix(self, key: str) -> Matrix:
        """Give the matrix of the question with this id or these words."""
        return asking.find_question(self.matrices(), key)

    def signed(self, by: str, reason: str = "") -> Signature:
        """Sign a step with a name, a reason and the present time."""
        return Signature(by=by, at=self._clock(), reason=reason)

    def open(self, words: str, hypotheses: Sequence[str], signed: Signature) -> Matrix:
        """Open a question with its first hypotheses."""
        return self._keep(asking.open_question(self.matrices(), words, hypotheses, signed))

    def suppose(self, key: str, words: str, signed: Signature) -> Matrix:
        """Add a hypothesis."""
        return self._keep(asking.suppose(self.matrix(key), words, signed))

    def put_forward(self, key: str, exhibit: Exhibit, signed: Signature) -> Matrix:
        """Add evidence.

        Raises:
            NotFound: there is no such claim or finding, or it was rejected.
        """
        about = exhibit.about
        if about is not None and self._ground.under(about).gone is not None:
            raise NotFound(
                f"no claim or finding {about!r} that stands: `sayso claims` and `sayso findings` "
                "list them; words of your own go with --words"
            )
        return self._keep(asking.put_forward(self.matrix(key), (exhibit,), signed))

    def rate(self, key: str, row: str, ratings: Mapping[str, Rating], signed: Signature) -> Matrix:
        """Rate one row for one or more hypotheses."""
        return self._keep(asking.rate(self.matrix(key), row, ratings, signed))

    def undo(self, key: str, step: str, signed: Signature) -> Matrix:
        """Take a step back; that is a step too, which can be taken back."""
        return self._keep(asking.undo(self.matrix(key), step, signed))

    # Questions about identity

    def identities(self) -> tuple[IdentityQuestion, ...]:
        """Give the questions about identity that claims and structure raise."""
        return identity_questions(self.knowledge)

    def open_identity(self, key: str, signed: Signature) -> Matrix:
        """Open a question about identity with its hypotheses and its claims as evidence, unrated.

        Raises:
            NotFound: there is no such question.
            BadInput: it is open already.
        """
        found = next((one for one in self.identities() if one.id == key), None)
        if found is None:
            raise NotFound(f"no question {key!r}: `sayso questions` lists them")
        words, hypotheses = asked(self.knowledge, found), answers(self.knowledge, found)
        opened = asking.open_question(self.matrices(), words, hypotheses, signed, found.id)
        [matrix] = matrices_of(opened, self._ground.of)
        return self._keep((*opened, *asking.put_forward(matrix, self._exhibits(found), signed)))

    def _exhibits(self, question: IdentityQuestion) -> tuple[Exhibit, ...]:
        """Give the claims behind a question, of each root on each matter the most direct one."""
        chosen: dict[tuple[str, str, tuple[str, ...]], ClaimId] = {}
        for one in question.indications:
            for claim in one.claims:
                grounds = self._ground.under(claim)
                matter = (grounds.finding or claim, grounds.stance, grounds.roots)
                chosen.setdefault(matter, claim)
        return tuple(Exhibit(about=claim) for claim in chosen.values())

    def _keep(self, steps: Sequence[Step]) -> Matrix:
        """Append steps and give the matrix that they lead to."""
        self._store.hypotheses.add(steps)
        return self.matrix(steps[0].question)
