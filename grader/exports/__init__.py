"""What other systems read: schemas, JUnit, Gradescope, GitHub, gradebooks."""
