"""The service: its schedule, its crew, and how it starts, takes new settings and stops."""

from monitor.daemon.deciding import Pass
from monitor.daemon.reloading import Configured
from monitor.daemon.service import Service

__all__ = ["Configured", "Pass", "Service"]
