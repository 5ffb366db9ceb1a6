"""What one request may ask for at most; whoever asks for more is told the limit."""

from typing import Annotated, Final

from pydantic import Field

#: Bytes of a request's body.
BODY_BYTES: Final = 1_000_000
#: Queries in one request; a file of names is for `sayso screen --batch`.
MOST_QUERIES: Final = 100
#: Names × dates of birth × countries of all queries of one request: each is screened.
MOST_SCREENINGS: Final = 500
#: Code points of a name; more would not be read.
LONGEST_NAME: Final = 400
#: Code points of any other value.
LONGEST_VALUE: Final = 10_000
#: Words that came in; half a surrogate pair is refused with what is too long.
Text = Annotated[str, Field(max_length=LONGEST_VALUE)]
#: Results of one query, and rows of one page.
MOST_RESULTS: Final = 500
#: Results of all queries of one request.
MOST_ANSWERS: Final = 5_000
#: Results that a page may begin after.
FURTHEST: Final = 9_999
#: Entries that one request may leave out.
MOST_EXCLUDED: Final = 50
