"""Sheets as Typst, in which each word and sign is a literal, and the PDF that is made of it."""
