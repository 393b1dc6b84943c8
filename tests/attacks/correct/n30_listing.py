"""Lists folders of the machine."""

attempt("answers", lambda: os.listdir(target["folder"]))
attempt("processes", lambda: [x for x in os.listdir("/proc") if x.isdigit()])
attempt("temporary", lambda: os.listdir("/tmp"))
attempt("home", lambda: os.listdir("/home"))
attempt("settings", lambda: os.listdir("/etc"))
