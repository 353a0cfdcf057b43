"""How gunicorn serves the tracker: ``make run``, or ``python -m gunicorn``."""

import sys

from tracker.config import environment, read_settings
from tracker.domain.errors import BadInput
from tracker.warming import warm_up

try:
    settings = read_settings(environment(), {})
except BadInput as problem:
    sys.exit(f"Error: {problem}")

wsgi_app = "tracker:create_app()"
bind = f"{settings['TRACKER_HOST']}:{settings['TRACKER_PORT']}"
workers = settings["TRACKER_WORKERS"]
worker_class = "sync"

# Loaded once and then forked: the workers share the memory of the loaded code. No
# connection to the record is open at that time, so that none is shared.
preload_app = True

# A stop lets requests that are under way finish first.
graceful_timeout = 20
timeout = 60

# Nobody steers a running server by a socket, so none is opened.
control_socket_disable = True
proc_name = "tracker"
loglevel = "warning"


def when_ready(server):
    """Say where the tracker is, once it can be reached; the workers come after that."""
    warm_up(server.app.wsgi())
    print(f"The tracker is at http://{bind}  (Ctrl-C stops it)", flush=True)
