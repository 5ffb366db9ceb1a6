"""All claims of one proposition, weighed: keys, roots, status, replies, links and ties."""
