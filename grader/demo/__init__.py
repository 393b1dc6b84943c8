"""The demonstration: what the tool does, on students that were made up."""
