"""A course: assignments for a roster, with variants that are recorded, and marks that are kept."""
