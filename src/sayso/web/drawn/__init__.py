"""What is drawn: network, map, timeline."""
