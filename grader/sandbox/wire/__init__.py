"""What passes between the grader and the child, for both sides."""
