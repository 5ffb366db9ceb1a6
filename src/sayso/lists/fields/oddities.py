"""What a reader meets in one entry that it knows no use for: kept, and asked about."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Oddities:
    """What was kept raw while one entry was read, and what a person should look at."""

    extras: list[tuple[str, str]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    def keep(self, tag: str, value: str, question: str | None = None) -> None:
        """Keep a field without a use, and ask about it where there is something to ask."""
        self.extras.append((tag, value))
        if question is not None:
            self.questions.append(f"{question}: {value!r}")
