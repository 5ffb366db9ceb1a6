"""The grammar of times: what words of time mean, told from the date of a document."""
