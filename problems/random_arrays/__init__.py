"""Arrays of random numbers for checks: what families have in common that need many of them."""
