"""The network around a question: who is said to be tied to whom, a few hops at a time."""
