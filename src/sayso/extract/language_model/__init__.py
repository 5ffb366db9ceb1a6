"""Claims as a language model proposes them: grounded in the words of the text, or refused."""
