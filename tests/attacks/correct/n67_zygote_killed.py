"""Takes its time, in which the process that it was forked from is killed from outside."""

import time

time.sleep(0.4)
