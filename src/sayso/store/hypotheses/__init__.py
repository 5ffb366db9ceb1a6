"""Where the steps on competing hypotheses are kept."""
