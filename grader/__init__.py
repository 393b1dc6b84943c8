"""The tool: makes sheets, runs what comes back, marks it and reports."""
