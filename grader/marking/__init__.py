"""Marking: what came back is compared, diagnosed and given its marks, once for every family."""
