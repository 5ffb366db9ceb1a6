"""What is written from what is known: briefs and exports, as answers and as files."""
