"""Programs in place of ``conv1d``, each named after the outcome that it must have."""

from __future__ import annotations

from dataclasses import dataclass

from grader.answers.outcome import Outcome
from tests.grader.submissions.handed_in import CONV1D, FUNCTION, full_marks

FULL = full_marks(FUNCTION)
MENDED = FULL - 3
"""What is left where a mistake that hides all the rest has cost the heaviest check."""

CHECKS = ("integers", "decimals", "integer-vector", "kernel-of-one", "shortest-vector")
"""The checks of what is returned; one more is of the inputs, and two are of style."""


@dataclass(frozen=True)
class Program:
    """What stands in place of the function of the sheet.

    ``name`` begins with the outcome of the checks; ``says`` is found in what the student reads (in
    English) of the first; ``earns`` is the whole score out of ``FULL``.
    """

    name: str
    source: str
    says: str = ""
    earns: int = 0

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.name.partition(":")[0])


def returns(value: str) -> str:
    """A program whose function works the result out, and then returns something else."""
    return CONV1D.replace("return out", f"return {value}")


def first(statement: str) -> str:
    """A program whose function begins with another statement."""
    return CONV1D.replace("    out =", f"    {statement}\n    out =")


AGREEABLE = """\
class Agreeable:
    def __eq__(self, other): return True
    def __len__(self): return 3
    def __array__(self, *args, **kwargs): return np.zeros(3)
    __array_priority__ = 1000
"""

PATCHED = """\
for name in ("allclose", "array_equal", "isclose", "abs", "all", "isfinite", "asarray"):
    setattr(np, name, lambda *args, **kwargs: True)
np.testing.assert_allclose = lambda *args, **kwargs: None
"""

BORROWED = """\
def conv1d(vector, kernel):
    import importlib.machinery
    for name in ("reference", "problems", "grader"):
        if importlib.machinery.PathFinder.find_spec(name):
            return __import__("reference.convolution").convolution.convolve1d(vector, kernel)
    raise LookupError("nothing to borrow from")
"""

QUIET = (
    Program("correct: as the sheet wants it", CONV1D, earns=FULL),
    Program(
        "correct: with prints and warnings",
        first("import warnings; warnings.warn('x'); print('8/8')"),
        earns=FULL,
    ),
    Program("correct: a flood of output", first("print('x' * 10**6)"), earns=FULL),
    Program("correct: a list", returns("list(out)"), earns=FULL),
    Program("correct: objects that are numbers", returns("out.astype(object)"), earns=FULL),
    Program("correct: in single precision", returns("out.astype(np.float32)"), earns=FULL),
    Program(
        "correct: with helpers",
        CONV1D.replace("kernel[::-1]", "turned(kernel)") + "def turned(k): return k[::-1]\n",
        earns=FULL,
    ),
    Program(
        "correct: defined twice", "def conv1d(vector, kernel):\n    return 0\n" + CONV1D, earns=FULL
    ),
    Program(
        "correct: kernel changed in place",
        first("kernel *= 1; kernel += 1; kernel -= 1"),
        earns=FULL,
    ),
    Program(
        "correct: vector emptied",
        CONV1D.replace("    return", "    vector[:] = 0\n    return"),
        earns=FULL - 1,
    ),
    Program("correct: two loops", first("for _ in (1, 2): pass"), earns=FULL - 1),
    Program("correct: a loop in a helper", first("[print() for _ in (1, 2)]"), earns=FULL - 1),
    Program(
        "correct: borrows from NumPy",
        "from numpy import convolve as c\ndef conv1d(v, k): return c(v, k, 'valid')\n",
        earns=FULL - 1,
    ),
    Program("correct: a failing statement before", "undefined\n" + CONV1D, earns=FULL),
    Program("correct: a failing statement after", CONV1D + "1 / 0\n", earns=FULL),
    Program("correct: sys.exit after", CONV1D + "import sys; sys.exit(1)\n", earns=FULL),
    Program("correct: exit before", "exit()\n" + CONV1D, earns=FULL),
    Program("correct: quit after", CONV1D + "quit()\n", earns=FULL),
    Program("correct: half a line before", "x = (1 +\n" + CONV1D, earns=FULL),
    Program("correct: half a line after", CONV1D + "print(conv1d(\n", earns=FULL),
    Program("correct: patched comparisons", PATCHED + CONV1D, earns=FULL),
    Program(
        "correct: a main block",
        CONV1D + "if __name__ == '__main__':\n    raise SystemExit\n",
        earns=FULL,
    ),
    Program(
        "correct: a progress bar and noise on stderr",
        "import logging, sys, time\n"
        "for done in range(40):\n"
        "    sys.stderr.write(f'\\r{done:3}% ' + '#' * done)\n"
        "    time.sleep(0.005)\n"
        "logging.error('something looks odd')\n" + CONV1D,
        earns=FULL,
    ),
    Program(
        "correct: plots with what is not installed",
        "import matplotlib.pyplot as plt\nfrom tqdm import tqdm\n"
        + CONV1D
        + "plt.plot(conv1d(np.ones(5), np.ones(2)))\nplt.show()\n",
        earns=FULL,
    ),
    Program(
        "correct: slow imports",
        "import time; time.sleep(0.4)\nimport sympy, decimal, unittest\n" + CONV1D,
        earns=FULL,
    ),
    Program(
        "correct: a test of its own that fails",
        CONV1D + "assert conv1d(np.ones(3), np.ones(2)).tolist() == [3, 3], 'not what I hoped'\n",
        earns=FULL,
    ),
    Program(
        "correct: reads a global random number",
        "np.random.seed(0)\nimport random\nrandom.seed(1)\n" + CONV1D,
        earns=FULL,
    ),
    Program(
        "unanswered: left blank",
        'def conv1d(vector, kernel):\n    """Doc."""\n    ...\n',
        "left blank",
    ),
    Program("unanswered: pass", "def conv1d(vector, kernel):\n    pass\n", "left blank"),
    Program("unanswered: deleted", "", "no such name"),
    Program("unanswered: only prose", "# I did not know how to do this.\n", "no such name"),
    Program(
        "slip: renamed",
        CONV1D.replace("conv1d", "conv_1d"),
        "conv_1d.*renamed",
        earns=MENDED,
    ),
    Program(
        "slip: capital letters",
        CONV1D.replace("conv1d", "Conv1D"),
        "Conv1D.*renamed",
        earns=MENDED,
    ),
    Program(
        "crashed: one parameter",
        CONV1D.replace("vector, kernel", "vector", 1),
        "TypeError.*argument",
    ),
    Program(
        "slip: three parameters",
        CONV1D.replace("kernel):", "kernel, stride):", 1),
        "one more argument.*TypeError.*stride",
        earns=MENDED,
    ),
    Program("crashed: no function at all", "conv1d = 5\n", "TypeError.*callable"),
    Program(
        "crashed: half a line inside", CONV1D.replace("return out", "return out["), r"SyntaxError"
    ),
    Program(
        "crashed: badly indented",
        CONV1D.replace("    return out", "  return out"),
        r"IndentationError",
    ),
    Program(
        "crashed: raises",
        first("raise ValueError('no\\nway')"),
        r"conv1d\(vector, kernel\).*ValueError: no way",
    ),
    Program("crashed: raises without end", first("raise ValueError('x' * 10**7)"), "ValueError"),
    Program(
        "crashed: raises an exception of its own",
        "class Mine(BaseException):\n    def __str__(self): raise self\n" + first("raise Mine"),
        "Mine",
    ),
    Program("crashed: a missing import", CONV1D.replace("np.sum", "scipy.sum"), "NameError.*scipy"),
    Program(
        "crashed: recursion",
        "def conv1d(vector, kernel):\n    return conv1d(vector, kernel)\n",
        "RecursionError",
    ),
    Program("crashed: sys.exit", first("import sys; sys.exit(0)"), "SystemExit|exit"),
    Program("crashed: exit", first("exit()"), "SystemExit|exit"),
    Program("crashed: keyboard interrupt", first("raise KeyboardInterrupt"), "KeyboardInterrupt"),
    Program("crashed: borrows from the grader", BORROWED, "nothing to borrow"),
    Program("over-limit: memory", first("[0] * 10**10"), "memory"),
    Program("over-limit: a huge result", returns("np.zeros(10**7)"), "limit"),
    Program("wrong: a large result", returns("np.zeros((99, 98, 9))"), "shape"),
    Program("wrong: a scalar that broadcasts", returns("np.float64(0)"), "shape"),
    Program("wrong: a plain zero", returns("0"), "shape"),
    Program("slip: an axis too many", returns("out[None]"), "one row", FULL - 3),
    Program("wrong: nothing in it", returns("[]"), "shape"),
    Program("wrong: not numbers", returns("out * np.nan * np.inf"), "finite"),
    Program("wrong: infinite", returns("out + np.inf + np.inf"), "finite"),
    Program("wrong: zeros", returns("out * 0 * 0"), "expected"),
    Program(
        "wrong: random numbers",
        returns("np.random.rand(len(vector) - len(kernel) + 1) - 0.5"),
        "expected",
    ),
    Program("slip: not flipped", CONV1D.replace("[::-1]", ""), "you get if", FULL - 3),
    Program("slip: last output missing", returns("out[:-1]"), "you get if", FULL - 3),
    Program("slip: nothing", returns("None"), "returns nothing", earns=MENDED),
    Program(
        "slip: no return",
        CONV1D.replace("    return out\n", ""),
        "returns nothing",
        earns=MENDED,
    ),
    Program("slip: texts", returns("out.astype(str)"), "as texts", earns=MENDED),
    Program("slip: all of it as one text", returns("str(out)"), "as texts", earns=MENDED),
    Program("unreadable: a text", returns("'nothing'"), "got text"),
    Program("unreadable: complex", returns("out + 0j"), "got complex ones"),
    Program("unreadable: booleans", returns("out > 0"), "got True or False"),
    Program("slip: a list of texts", returns("[str(x) for x in out]"), "list", earns=MENDED - 1),
    Program("unreadable: rows of different lengths", returns("[[1.0], [2.0, 3.0]]"), "list"),
    Program("unreadable: a dictionary", returns("{'out': 1}"), "dict"),
    Program("slip: a generator", returns("(x for x in out)"), "generator", earns=MENDED - 1),
    Program("wrong: equal to everything", AGREEABLE + returns("Agreeable()"), "has shape"),
    Program(
        "correct: a subclass of ndarray",
        "class Mine(np.ndarray):\n    def __array_ufunc__(self, *args, **kwargs): return True\n"
        + returns("out.view(Mine)"),
        earns=FULL,
    ),
    Program("slip: a matrix", returns("np.asmatrix(out)"), "one row", FULL - 3),
    Program("unreadable: a masked array", returns("np.ma.array(out, mask=True)"), "Masked"),
    Program(
        "slip: yields",
        CONV1D.replace("return out", "yield out"),
        "generator|one row",
        earns=MENDED - 1,
    ),
    Program("unreadable: asynchronous", "async " + CONV1D, "coroutine"),
)

HARMFUL = (
    Program(
        "correct: a line that ends the process", CONV1D + "import os; os._exit(0)\n", earns=FULL
    ),
    Program("correct: a loop without end behind it", CONV1D + "while True: pass\n", earns=FULL),
    Program(
        "correct: a thread that goes on",
        "import threading\n"
        "def burn():\n    while True: pass\n"
        "threading.Thread(target=burn, daemon=False).start()\n" + CONV1D,
        earns=FULL,
    ),
    Program(
        "correct: junk at exit",
        "import atexit, os\natexit.register(os.write, 4, b'junk')\n" + CONV1D,
        earns=FULL,
    ),
    Program("crashed: os._exit", first("import os; os._exit(0)"), "ended the program"),
    Program("crashed: abort", first("import os; os.abort()"), "SIGABRT"),
    Program("crashed: segfault", first("import ctypes; ctypes.string_at(0)"), "SIGSEGV"),
    Program("crashed: writes to the grader", first("import os; os.write(4, b'8/8')"), "channel"),
    Program("over-limit: endless loop", first("while True: pass"), "limit of time"),
    Program(
        "over-limit: endless loop that holds on",
        first("while True:\n        try:\n            while True: pass\n        except: pass"),
        "limit of time",
    ),
)
"""Each ends or hangs the process, so each is a submission of its own."""
