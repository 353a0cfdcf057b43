"""How long a start takes and how much memory it holds, beside a bare import.

    python -m benchmarks.start [--runs 7]

Each line is a program of its own, on a scratch instance: seconds of processor time (the
median of the runs, taken in turns), how many times the bare import of the same run that
is, the most memory it held, and the modules it loaded. Then the server as `make run`
starts it, which draws a page before it divides: the memory of all its processes, a page
shared by n of them counted as 1/n (PSS, Linux only), before any chart is drawn and
after. "alone" is what they would hold if nothing were shared (RSS), added up.
"""

import argparse
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tracker.config import ROOT

BARE = "import flask, flask_sqlalchemy, wtforms"
SERVER = "from tracker import create_app; create_app()"
PROGRAMS = {
    "bare import": ("-c", BARE),
    "the application": ("-c", SERVER),
    "flask --help": ("-m", "flask", "--help"),
    "flask progress --help": ("-m", "flask", "progress", "--help"),
    "flask progress": ("-m", "flask", "progress"),
}
# Enough requests, and at once, that each of the two processes answers some.
REQUESTS, AT_ONCE = 40, 4
PAGES = {
    "started": (),
    "after pages": ("/programs", "/"),
    "after charts": ("/charts/stages.svg?plan=UP2021", "/charts/history.svg"),
}
Environment = Mapping[str, str]


def run(words: tuple[str, ...], env: Environment) -> tuple[float, float]:
    """Seconds of processor time and MiB at most of one program."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, env=env, stdout=quiet, stderr=quiet
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"This failed: python {' '.join(words)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def module_count(words: tuple[str, ...], env: Environment) -> int:
    """How many modules a program loads."""
    command = [sys.executable, "-X", "importtime", *words]
    told = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
    return len(re.findall(rb"^import time: +\d", told.stderr, re.MULTILINE))


def print_programs(env: Environment, runs: int) -> None:
    """A line a program."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in PROGRAMS}
    for _ in range(runs):
        for name, words in PROGRAMS.items():
            found[name].append(run(words, env))
    bare = statistics.median(seconds for seconds, _ in found["bare import"])
    print(f"{'':24}{'seconds':>9}{'x bare':>9}{'MiB':>9}{'modules':>9}")
    for name, words in PROGRAMS.items():
        seconds = statistics.median(seconds for seconds, _ in found[name])
        most = statistics.median(mib for _, mib in found[name])
        count = module_count(words, env)
        print(f"{name:24}{seconds:9.3f}{seconds / bare:9.2f}{most:9.1f}{count:9}")


@contextmanager
def serving(env: Environment, port: int) -> Iterator[int]:
    """The server with two processes on *port*; gives the process that leads them."""
    with subprocess.Popen(
        [sys.executable, "-m", "gunicorn"],
        cwd=ROOT,
        env={**env, "TRACKER_PORT": str(port), "TRACKER_WORKERS": "2"},
        stdout=subprocess.PIPE,
    ) as server:
        assert server.stdout is not None
        server.stdout.readline()  # it says where it is once it can be reached
        try:
            yield server.pid
        finally:
            server.terminate()


def ask(port: int, address: str) -> None:
    """Ask for a page once."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        raise SystemExit(f"{address} was answered with {answer.status}.")


def ask_often(port: int, address: str) -> None:
    """Ask for a page so often that every process has answered."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(ask, [port] * REQUESTS, [address] * REQUESTS))


def family(leader: int) -> list[int]:
    """A process and those that it started."""
    children = Path(f"/proc/{leader}/task/{leader}/children").read_text("ascii")
    return [leader, *map(int, children.split())]


def memory(process: int) -> tuple[float, float]:
    """The MiB of a process: what it shares counted in part, and in full."""
    told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii")
    pss, rss = (
        int(re.findall(rf"^{name}: +(\d+) kB", told, re.MULTILINE)[0]) / 1024
        for name in ("Pss", "Rss")
    )
    return pss, rss


def print_server(env: Environment) -> None:
    """The memory of the server before and after charts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with serving(env, port) as leader:
        time.sleep(1)  # for the processes to come up
        heads = f"{'together':>9}{'alone':>9}{'leads':>9}{'answer':>18}"
        print(f"\n{'the server, in MiB':24}{heads}")
        for name, addresses in PAGES.items():
            for address in addresses:
                ask_often(port, address)
            held = [memory(process) for process in family(leader)]
            alone = sum(rss for _, rss in held)
            each = "".join(f"{pss:9.1f}" for pss, _ in held)
            print(f"{name:24}{sum(p for p, _ in held):9.1f}{alone:9.1f}{each}")


def main() -> None:
    """Read the arguments, make a scratch instance and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="of each program")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "FLASK_APP": "tracker",
            "TRACKER_INSTANCE": folder,
            "TRACKER_DATABASE_URL": "",
        }
        run(("-m", "flask", "init"), env)
        print_programs(env, runs)
        if Path("/proc/self/smaps_rollup").exists():
            print_server(env)


if __name__ == "__main__":
    main()
