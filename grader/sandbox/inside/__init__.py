"""What runs in the zygote and in its children, beside a student's program."""
