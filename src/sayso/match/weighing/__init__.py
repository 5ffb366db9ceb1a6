"""What comparisons weigh: log-odds fitted on labelled questions, told with their reasons."""
