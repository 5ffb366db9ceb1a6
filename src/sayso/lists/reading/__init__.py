"""What the readers of all lists share: sound XML, dates, parts of one entry."""
