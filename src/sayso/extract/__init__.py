"""Claims out of passages: names, sources, factuality, relations, times, places."""
