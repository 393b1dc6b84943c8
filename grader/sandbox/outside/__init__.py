"""The grader's side of the sandbox, which holds the questions."""
