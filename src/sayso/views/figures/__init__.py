"""The figures of a brief: maps, networks and timelines, drawn the same every time."""
