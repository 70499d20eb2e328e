"""The page, the API, the feed and the metrics of a running service."""

from monitor.web.asking import Asking
from monitor.web.server import AddressInUseError, application, serving
from monitor.web.vitals import Vitals

__all__ = ["AddressInUseError", "Asking", "Vitals", "application", "serving"]
