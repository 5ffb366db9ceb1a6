"""Who and what a text is about: names, descriptions and pronouns, gathered to entities."""
