"""What people signed, in words: verdicts, edits, grades, assessments."""
