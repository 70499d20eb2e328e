"""What a supervisor hears, over a real socket of the kind that systemd opens."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from monitor.daemon.supervisor import Supervisor


@pytest.fixture
def listening(tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(address)
        listener.settimeout(2)
        yield listener, address


def test_it_hears_that_the_service_is_ready_alive_and_stopping(listening: tuple[socket.socket, str]) -> None:
    listener, address = listening
    supervisor = Supervisor({"NOTIFY_SOCKET": address})
    supervisor.ready("13 feeds")
    supervisor.alive("13 feeds")
    supervisor.stopping()
    assert [listener.recv(200).decode() for _ in range(3)] == [
        "READY=1\nSTATUS=13 feeds",
        "WATCHDOG=1\nSTATUS=13 feeds",
        "STOPPING=1",
    ]


def test_an_abstract_address_is_spoken_to() -> None:
    name = f"monitor-test-{id(object())}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(f"\0{name}")
        listener.settimeout(2)
        Supervisor({"NOTIFY_SOCKET": f"@{name}"}).stopping()
        assert listener.recv(200) == b"STOPPING=1"


def test_without_a_supervisor_or_with_one_gone_nothing_happens(tmp_path: Path) -> None:
    Supervisor({}).ready("")
    Supervisor({"NOTIFY_SOCKET": str(tmp_path / "gone")}).ready("")


def test_the_heartbeat_is_half_of_what_the_watchdog_allows_and_is_for_the_process_it_names() -> None:
    assert Supervisor({"WATCHDOG_USEC": "600000000"}).heartbeat == timedelta(minutes=5)
    assert Supervisor({"WATCHDOG_USEC": "600000000", "WATCHDOG_PID": "1"}).heartbeat is None
    assert Supervisor({}).heartbeat is None
