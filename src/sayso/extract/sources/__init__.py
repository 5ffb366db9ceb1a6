"""Who says it: cues, source chains, factuality and modality."""
