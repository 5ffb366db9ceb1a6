"""Files of lists, before anybody asks what stands in them: read safely, or refused in words."""
