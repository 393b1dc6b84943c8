"""Answers to blanks, each named after the outcome that it must have."""

from __future__ import annotations

from dataclasses import dataclass

from grader.answers.outcome import Outcome

FORGED = "<forged>"
"""Stands for the file that would be there if a text answer had been run as code."""


@dataclass(frozen=True)
class Line:
    """What stands in place of a blank's line.

    ``name`` begins with the outcome; ``says`` is found in what the student reads (in English).
    """

    name: str
    blank: str
    source: str
    says: str = ""
    earns: float = 0.0

    @property
    def outcome(self) -> Outcome:
        return Outcome(self.name.partition(":")[0])


AGREEABLE = """\
class Agreeable:
    def __eq__(self, other): return True
    def __len__(self): return 3
    def __iter__(self): return iter([1, 2, 3])
    def __float__(self): return 5.0
    def __int__(self): return 5
    def __index__(self): return 5
    def __array__(self, *args, **kwargs): return np.array(5)
    def __repr__(self): return "5"
    __hash__ = None
"""

IN_A_TABLE = (
    Line("unanswered: left blank", "conv1_rf", "conv1_rf = ...", "left blank"),
    Line("unanswered: an empty text", "conv1_rf", "conv1_rf = '  '", "left blank"),
    Line("unanswered: line deleted", "conv1_rf", "", "no such name"),
    Line("unreadable: blank inside", "conv1_shape", "conv1_shape = (16, ..., 24)", "still"),
    Line("unreadable: renamed", "conv1_params", "conv1_parms = 416", "conv1_parms.*renamed"),
    Line("unreadable: capital letters", "conv1_rf", "conv1_RF = 5", "conv1_RF.*renamed"),
    Line("crashed: half a line", "conv1_rf", "conv1_rf = 5 +", r"SyntaxError.*\(line \d+\)"),
    Line("crashed: bracket left open", "conv1_rf", "conv1_rf = (5", r"SyntaxError.*\(line \d+\)"),
    Line("crashed: division by zero", "conv1_rf", "conv1_rf = 1 // 0", r"ZeroDivisionError.*line"),
    Line(
        "crashed: a name that is not there", "conv1_rf", "conv1_rf = nowhere", "NameError.*nowhere"
    ),
    Line("crashed: sys.exit", "conv1_rf", "import sys\nconv1_rf = sys.exit(0)", "SystemExit|exit"),
    Line("crashed: exit", "conv1_rf", "conv1_rf = exit()", "SystemExit|exit"),
    Line("wrong: a number", "conv1_rf", "conv1_rf = 99", "not the right"),
    Line("wrong: negative", "conv1_rf", "conv1_rf = -5", "not the right"),
    Line("wrong: over a thousand digits", "conv1_rf", "conv1_rf = 10**1200", "not the right"),
    Line("unreadable: ten thousand digits", "conv1_rf", "conv1_rf = 10**10000", "so large"),
    Line("over-limit: a huge array", "conv1_rf", "conv1_rf = np.zeros(10**7)", "limit"),
    Line(
        "over-limit: a large array",
        "conv1_rf",
        "conv1_rf = np.zeros((101, 100), dtype=np.int8)",
        "10000 numbers",
    ),
    Line("over-limit: a huge text", "conv1_rf", "conv1_rf = 'x' * 10**8", "limit"),
    Line("over-limit: more memory than there is", "conv1_rf", "conv1_rf = [0] * 10**10", "memory"),
    Line("wrong: two axes of three", "conv1_shape", "conv1_shape = (24, 24)", "axes"),
    Line("wrong: one size for a shape", "conv1_shape", "conv1_shape = 24", "axes"),
    Line("slip: channels last", "conv1_shape", "conv1_shape = (24, 24, 16)", "you get if"),
    Line("slip: channels last in a text", "conv1_shape", "conv1_shape = '24x24x16'", "you get if"),
    Line("slip: a known mistake", "conv1_rf", "conv1_rf = 6", "you get if"),
    Line("unreadable: not whole", "conv1_rf", "conv1_rf = 5.5", "whole number"),
    Line("unreadable: true", "conv1_rf", "conv1_rf = True", "got a truth value"),
    Line("unreadable: complex", "conv1_rf", "conv1_rf = 5 + 0j", "complex"),
    Line("unreadable: none", "conv1_rf", "conv1_rf = None", r"got nothing \(None\)"),
    Line("unreadable: not a number", "conv1_rf", "conv1_rf = float('nan')", "finite"),
    Line("unreadable: infinite", "conv1_rf", "conv1_rf = np.inf", "finite"),
    Line("unreadable: a word", "conv1_rf", "conv1_rf = 'five'", "five"),
    Line("unreadable: a list for a number", "conv1_rf", "conv1_rf = [5, 5]", "number"),
    Line("unreadable: an array for a number", "conv1_rf", "conv1_rf = np.array([5, 5])", "number"),
    Line("unreadable: nested sizes", "conv1_shape", "conv1_shape = ((16, 24), 24)", "number"),
    Line("unreadable: a word for a shape", "conv1_shape", "conv1_shape = 'same'", "shape"),
    Line("unreadable: a power without end", "conv1_rf", "conv1_rf = '9**9**9**9'", "exponent"),
    Line("unreadable: too many digits", "conv1_rf", "conv1_rf = '1' + '0' * 50", r"10\^40"),
    Line("unreadable: a long text", "conv1_rf", "conv1_rf = '1+' * 5000 + '1'", "characters"),
    Line("unreadable: many brackets", "conv1_rf", "conv1_rf = '(' * 900 + '5'", "levels"),
    Line("unreadable: side by side", "conv1_rf", "conv1_rf = '5 5'", "operator"),
    Line("unreadable: divided by zero", "conv1_rf", "conv1_rf = '1/0'", "divisor"),
    Line("unreadable: an unknown function", "conv1_rf", "conv1_rf = 'round(5)'", "round"),
    Line("unreadable: a NUL", "conv1_rf", "conv1_rf = '5\\0'", "U[+]0000"),
    Line("unreadable: a lone surrogate", "conv1_rf", "conv1_rf = '\\ud800'", "U[+]D800|text"),
    Line(
        "unreadable: a text that is code",
        "conv1_rf",
        f"conv1_rf = \"__import__('os').system('touch {FORGED}')\"",
        "character",
    ),
    Line(
        "unreadable: a text that opens a file",
        "conv1_rf",
        f"conv1_rf = \"open('{FORGED}', 'w')\"",
        "character",
    ),
    Line(
        "correct: equal to everything",
        "conv1_rf",
        AGREEABLE + "conv1_rf = Agreeable()",
        earns=1,
    ),
    Line(
        "wrong: a shape equal to everything",
        "conv1_shape",
        AGREEABLE + "conv1_shape = Agreeable()",
        "3 expected, 1 found",
    ),
    Line(
        "correct: a subclass of int",
        "conv1_rf",
        "class Five(int): pass\nconv1_rf = Five(5)",
        earns=1,
    ),
    Line(
        "correct: a subclass of ndarray",
        "conv1_rf",
        "conv1_rf = np.array(5).view(type('Mine', (np.ndarray,), {}))",
        earns=1,
    ),
    Line("unreadable: a function", "conv1_rf", "conv1_rf = lambda: 5", "function"),
    Line("unreadable: a type", "conv1_rf", "conv1_rf = int", "type"),
    Line("unreadable: a module", "conv1_rf", "conv1_rf = np", "module"),
    Line("unreadable: a set", "conv1_rf", "conv1_rf = {5}", "set"),
    Line("unreadable: a dictionary", "conv1_rf", "conv1_rf = {'rf': 5}", "dict"),
    Line("unreadable: bytes", "conv1_rf", "conv1_rf = b'5'", "bytes"),
    Line(
        "over-limit: a list in itself",
        "conv1_shape",
        "conv1_shape = []\nconv1_shape.append(conv1_shape)",
        "32 levels",
    ),
    Line("correct: a float that is whole", "conv1_rf", "conv1_rf = 5.0", earns=1),
    Line("correct: an expression", "conv1_params", "conv1_params = (5 * 5 * 1 + 1) * 16", earns=1),
    Line("correct: a number as text", "conv1_rf", "conv1_rf = ' 5 '", earns=1),
    Line("correct: a sum as text", "conv1_params", "conv1_params = '(5*5*1 + 1) * 16'", earns=1),
    Line("correct: a NumPy integer", "conv1_rf", "conv1_rf = np.int8(5)", earns=1),
    Line("correct: an array without axes", "conv1_rf", "conv1_rf = np.array(5)", earns=1),
    Line("correct: a shape as list", "conv1_shape", "conv1_shape = [16, 24, 24]", earns=1),
    Line(
        "correct: a shape as array",
        "conv1_shape",
        "conv1_shape = np.zeros((16, 24, 24)).shape",
        earns=1,
    ),
    Line("correct: a shape with x", "conv1_shape", "conv1_shape = '16x24x24'", earns=1),
    Line("correct: a shape with a cross", "conv1_shape", "conv1_shape = '16 × 24 × 24'", earns=1),
    Line("correct: a shape with a Cyrillic x", "conv1_shape", "conv1_shape = '16х24х24'", earns=1),
    Line("correct: a shape with commas", "conv1_shape", "conv1_shape = '(16, 24, 24)'", earns=1),
    Line("correct: one size for a vector", "fc1_shape", "fc1_shape = 512", earns=1),
    Line("correct: assigned twice", "conv1_rf", "conv1_rf = 6\nconv1_rf = 5", earns=1),
    Line("correct: assigned beside others", "conv1_rf", "conv1_rf, other = 5, 6", earns=1),
    Line(
        "correct: from a function of their own",
        "conv1_rf",
        "def f(k): return k\nconv1_rf = f(5)",
        earns=1,
    ),
    Line(
        "correct: printed and warned of",
        "conv1_rf",
        "import warnings\nprint('0/48' * 9999)\nwarnings.warn('no')\nconv1_rf = 5",
        earns=1,
    ),
    Line(
        "correct: in a block that is skipped elsewhere",
        "conv1_rf",
        "if True:\n    conv1_rf = 5",
        earns=1,
    ),
)

IN_BACKPROPAGATION = (
    Line("correct: fractions as text", "p", 'p = ["1/2", "2/4"]', earns=1),
    Line("correct: decimals that are exact", "p", "p = [0.5, 0.50]", earns=1),
    Line("correct: decimals as text", "p", 'p = ["0.5", ".5"]', earns=1),
    Line("correct: a whole vector as text", "p", 'p = "[1/2, 1/2]"', earns=1),
    Line(
        "correct: fractions of Python's own",
        "p",
        "from fractions import Fraction\np = (Fraction(1, 2), Fraction(2, 4))",
        earns=1,
    ),
    Line("correct: an array", "p", "p = np.array([1, 1]) / 2", earns=1),
    Line("correct: in half precision", "p", "p = np.array([0.5, 0.5], dtype=np.float16)", earns=1),
    Line("correct: exponentials that cancel", "p", 'p = ["e/(e+e)", "1/(1+exp(0))"]', earns=1),
    Line("correct: softmax in NumPy", "p", "p = np.exp([1, 1]) / np.exp([1, 1]).sum()", earns=1),
    Line("correct: a logarithm as text", "L", 'L = "ln(2)"', earns=1),
    Line("correct: a sum of logarithms", "L", 'L = "2·ln(√2)"', earns=1),
    Line("correct: a rounded decimal", "L", "L = 0.69", earns=1),
    Line("correct: a decimal of one cell without axes", "L", "L = np.log(np.float32(2))", earns=1),
    Line("correct: a matrix as text", "q1", 'q1 = "[[1, -1], [0, 1]]"', earns=1),
    Line(
        "correct: minus signs from a word processor",
        "q1",
        'q1 = [["1", "−1"], ["0", "1"]]',
        earns=1,
    ),
    Line("wrong: rounded too far", "L", "L = 0.7", "rounded"),
    Line("wrong: a scalar that broadcasts", "p", "p = 0.5", "found: a single number"),
    Line("correct: a column", "p", "p = [[0.5], [0.5]]", earns=1),
    Line("wrong: nothing in it", "p", "p = []", "found: vector of length 0"),
    Line("wrong: thirds for halves", "p", "p = [1/3, 2/3]", r"Wrong .*1, 2"),
    Line("wrong: zeros earn no cells", "q1", "q1 = np.zeros((2, 2), dtype=int)", "Wrong in"),
    Line(
        "wrong: one cell of four", "q1", "q1 = [[1, -1], [0, 7]]", r"Wrong in \(2, 2\)", earns=0.75
    ),
    Line("wrong: over a thousand digits", "p", "p = [10**1200, 1]", "Wrong .*1, 2"),
    Line("unreadable: rows of different lengths", "q1", "q1 = [[1, 0], [1]]", "same length"),
    Line("unreadable: depths that differ", "q1", "q1 = [[1, 0], 1]", "same length"),
    Line("unreadable: blank inside", "q1", "q1 = [[1, ...], [..., 1]]", "still"),
    Line("unreadable: not a number inside", "p", "p = [0.5, np.nan]", "finite"),
    Line("unreadable: infinite inside", "p", "p = [np.inf, -np.inf]", "finite"),
    Line("unreadable: beyond all floats", "L", "L = 10**1200", "finite"),
    Line("unreadable: complex inside", "p", "p = np.array([0.5, 0.5]) + 0j", "complex"),
    Line("unreadable: a truth value", "L", "L = True", "truth value"),
    Line("unreadable: words inside", "p", 'p = ["half", "half"]', "half"),
    Line("unreadable: a power without end inside", "p", 'p = ["9**9**9**9", "1/2"]', "exponent"),
    Line("unreadable: none", "p", "p = None", r"nothing \(None\)"),
    Line(
        "unreadable: a column of a table", "p", "p = {'p1': 0.5, 'p2': 0.5}.values()", "dict_values"
    ),
    Line("correct: a matrix of NumPy", "p", "p = np.asmatrix([0.5, 0.5])", earns=1),
    Line(
        "unreadable: equal to everything inside",
        "p",
        AGREEABLE + "p = [Agreeable(), Agreeable()]",
        "Agreeable",
    ),
)

TOP_LEVEL_ENDERS = (
    Line("crashed: os._exit", "conv1_rf", "import os\nconv1_rf = os._exit(0)", "exit"),
    Line("crashed: abort", "conv1_rf", "conv1_rf = os.abort()", "SIGABRT"),
    Line("over-limit: endless loop", "conv1_rf", "while True: conv1_rf = 5", "limit of time"),
    Line(
        "over-limit: endless loop that holds on",
        "conv1_rf",
        "while True:\n    try:\n        conv1_rf = 5\n        while True: pass\n"
        "    except BaseException:\n        pass",
        "limit of time",
    ),
)
"""Each ends or hangs the process; as many as a program is started anew for."""
