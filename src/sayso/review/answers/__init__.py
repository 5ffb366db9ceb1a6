"""The right of reply: who was given what to answer, when, and what came back."""
