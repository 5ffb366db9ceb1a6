"""The brief as papers that are printed, signed and sent on: PDF and DOCX."""
