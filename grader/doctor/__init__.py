"""Whether programs can be run apart on this machine: what it offers, and attacks that must fail."""
