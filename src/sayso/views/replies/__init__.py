"""The right of reply for people and programs: who was asked what, and what came back."""
