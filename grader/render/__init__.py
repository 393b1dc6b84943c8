"""Rendering: a sheet as Markdown, as a Python file and as a notebook."""
