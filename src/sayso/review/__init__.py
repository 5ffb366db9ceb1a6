"""Claims to entities, findings and ties."""
