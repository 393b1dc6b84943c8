"""Runs other programs."""

import subprocess


def touch(*command, **options):
    subprocess.run(command, check=True, **options)


def system():
    if os.system(f"echo > {target['made']}"):
        raise OSError(0, "no shell")


attempt("touch", lambda: touch("/usr/bin/touch", target["made"]))
attempt("shell", lambda: touch(f"echo > {target['made']}", shell=True))
attempt("system", system)
attempt("spawn", lambda: os.posix_spawn("/bin/true", ["true"], {}))
attempt("memory", lambda: os.close(os.memfd_create("program")))
