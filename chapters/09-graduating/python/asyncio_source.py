"""Cuts short extracts out of the asyncio that is installed, and says which lines they are.
Usage: asyncio_source.py FOLDER

What it writes is part of CPython: copyright (c) 2001-2023 Python Software Foundation, all rights
reserved; see https://docs.python.org/3/license.html"""

import inspect
import pathlib
import sys
import textwrap
from asyncio import base_events, events, futures, selector_events, tasks

LOOP = base_events.BaseEventLoop
SELECTOR = selector_events.BaseSelectorEventLoop
FUTURE = futures._PyFuture
TASK = tasks._PyTask

# A function, and the parts of it: how the first and the last line of each begin.
EXTRACTS = {
    "call_soon": (LOOP._call_soon, [("handle =", "handle ="), ("self._ready", "return")]),
    "run_forever": (LOOP.run_forever, [("events._set", "break")]),
    "wait": (
        LOOP._run_once,
        [("timeout = None", "self._process"), ("end_time", "self._ready.append")],
    ),
    "batch": (LOOP._run_once, [("ntodo", "continue"), ("else:", "handle._run")]),
    "run_until_complete": (
        LOOP.run_until_complete,
        [("future =", "future ="), ("future.add", "self.run"), ("return", "return")],
    ),
    "call_at": (LOOP.call_at, [("timer =", "timer ="), ("heapq", "return")]),
    "handle_cancel": (
        events.Handle.cancel,
        [("if not", "self._cancelled ="), ("self._callback", "self._args")],
    ),
    "set_result": (FUTURE.set_result, [("if self", "self.__schedule")]),
    "schedule": (FUTURE._Future__schedule_callbacks, [("callbacks", "self._loop")]),
    "await": (FUTURE.__await__, [("if not", "return")]),
    "task": (TASK.__init__, [("self._coro", "self._coro"), ("self._loop.call", "_register")]),
    "step": (
        TASK._Task__step,
        [
            ("if self._must", "self._must"),
            ("try:", "if exc is"),
            ("result = coro.send", "except StopIteration"),
            ("super().set_result", "except exceptions"),
            ("super().cancel", "super().cancel"),
            ("except BaseException", "else:"),
            ("result.add_done", "self._fut_waiter"),
        ],
    ),
    "cancel": (
        TASK.cancel,
        [("if self._fut_waiter", "if self._fut_waiter.cancel"), ("return True", "self._must")],
    ),
    "gather": (
        tasks.gather,
        [
            ("def _done", "nfinished +="),
            ("exc = fut.exception", "return"),
            ("if nfinished", "if nfinished"),
            ("results =", "results ="),
            ("outer.set_result(res", "outer.set_result(res"),
        ],
    ),
    "wait_for": (
        tasks.wait_for,
        [
            ("waiter =", "fut.add_done"),
            ("await waiter", "await waiter"),
            ("if fut.done():", "fut.remove_done"),
            ("await _cancel", "await _cancel"),
        ],
    ),
    "sock_recv": (
        SELECTOR.sock_recv,
        [("try:", "fut ="), ("handle =", "handle ="), ("return await", "return await")],
    ),
    "sock_recv_again": (SELECTOR._sock_recv, [("try:", "return"), ("fut.set_result", "fut.set_result")]),
    "threadsafe": (
        LOOP.call_soon_threadsafe,
        [("handle =", "handle ="), ("self._write", "return")],
    ),
}


def numbered(function):
    """The lines of a function with their numbers, without its docstring."""
    lines, first = inspect.getsourcelines(function)
    numbered = list(enumerate((line.rstrip() for line in lines), first))
    quotes = [at for at, (_, line) in enumerate(numbered) if '"""' in line]
    if quotes:
        del numbered[quotes[0] : quotes[-1] + 1]
    return numbered


def cut(function, parts):
    """The `def` line, and the parts with a mark for what is left out between them."""
    lines = numbered(function)
    kept, at = [lines[0]], 1
    for first, last in parts:
        start = next(i for i in range(at, len(lines)) if lines[i][1].strip().startswith(first))
        end = next(i for i in range(start, len(lines)) if lines[i][1].strip().startswith(last))
        indent = lines[start][1][: -len(lines[start][1].strip())]
        if any(line.strip() for _, line in lines[at:start]):
            kept.append((None, f"{indent}…"))
        kept += lines[start : end + 1]
        at = end + 1
    return kept


def extract(name):
    function, parts = EXTRACTS[name]
    file = pathlib.Path(inspect.getsourcefile(function)).name
    lines = cut(function, parts)
    numbers = [number for number, _ in lines if number]
    header = f"# {file}, {numbers[0]} to {numbers[-1]}"
    return header + "\n" + textwrap.dedent("\n".join(line for _, line in lines)) + "\n"


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    for name in EXTRACTS:
        (folder / f"{name}.py").write_text(extract(name))
