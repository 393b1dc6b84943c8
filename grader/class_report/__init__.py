"""What a lecturer is told of a class: marks, difficulty, mistakes, fairness, times."""
