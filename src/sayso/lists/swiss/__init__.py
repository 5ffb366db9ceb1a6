"""The list of Switzerland (SECO): targets with identities, spellings and their history."""
