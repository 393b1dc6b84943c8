"""Sets up a queue of system calls, past the filter of system calls."""

attempt(
    "io_uring", lambda: os.close(syscall("io_uring_setup", 4, ctypes.create_string_buffer(256)))
)
