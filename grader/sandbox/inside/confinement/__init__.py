"""What keeps a student's program apart from the machine: namespaces, Landlock, seccomp, limits.

Loaded by path in the zygote (see ``inside/driver.py``), so that these modules import nothing but
the standard library, each other, and ``wire``.
"""
