"""Reports: one typed result, as text for a terminal, as JSON, as JUnit XML and as CSV."""
