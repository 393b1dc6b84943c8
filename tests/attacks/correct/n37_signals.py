"""Sends signals to the grader, to its own parent, and to everybody."""

number = target["signal"]
attempt("grader", lambda: os.kill(target["grader"], number))
attempt("victim", lambda: os.kill(target["victim"], number))
attempt("parent", lambda: os.kill(os.getppid(), 0))
attempt("everybody", lambda: os.kill(target["everybody"], number))
attempt("group", lambda: os.killpg(0, 0))
attempt("thread", lambda: syscall("tgkill", target["victim"], target["victim"], number))
attempt(
    "by descriptor",
    lambda: syscall("pidfd_send_signal", syscall("pidfd_open", target["victim"], 0), number, 0, 0),
)
