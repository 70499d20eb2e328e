"""The process that `parsers` starts: jobs on standard input, answers on standard output, until the input ends.

python -m monitor.fetch.parsing.child MEGABYTES
"""

from __future__ import annotations

import pickle
import resource
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from monitor.errors import InputError
from monitor.fetch.parsing.jobs import Job

_LENGTH = struct.Struct("!I")
_PAGE_BYTES = resource.getpagesize()


def main(megabytes: int) -> None:
    """Answer jobs. A job that takes more memory than allowed is answered with an InputError, and ends the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    held = _held()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (held + megabytes * 2**20, hard))
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a library prints must not stand between the answers
    while (job := _next(incoming)) is not None:
        grown = False
        answer: object
        try:
            answer = job.run()
        except InputError as error:
            answer = error
        except MemoryError:
            answer = InputError(job.where, f"takes more than {megabytes} MB to read: it is left out")
            grown = True
        except Exception as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
            answer = InputError(job.where, f"cannot be read for a fault of this program ({what}): please report it")
        del job
        ends = grown or _held() > held + megabytes * 2**20 // 2
        _answer(outgoing, answer, ends=ends)
        if ends:
            return


def _next(incoming: BinaryIO) -> Job[object] | None:
    head = incoming.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    job: Job[object] = pickle.loads(incoming.read(length))  # noqa: S301 - from the process that started this one
    return job


def _answer(outgoing: BinaryIO, answer: object, *, ends: bool) -> None:
    """Hand an answer over, with whether it is this process's last: what it took, it may not give back."""
    packed = pickle.dumps((answer, ends), pickle.HIGHEST_PROTOCOL)
    outgoing.write(_LENGTH.pack(len(packed)) + packed)
    outgoing.flush()


def _held() -> int:
    """Bytes of data that this process holds; 0 where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[5]) * _PAGE_BYTES
    except OSError:
        return 0


if __name__ == "__main__":
    main(int(sys.argv[1]))
