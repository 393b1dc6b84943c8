"""Marking on many machines: the same work as in a pool, by workers of Dask."""
