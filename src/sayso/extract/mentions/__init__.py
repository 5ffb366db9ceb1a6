"""Names, descriptions and pronouns as they stand in parsed sentences, and which names are one."""
