"""A real PostgreSQL of one's own, on a free port and in a folder of its own."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = [*sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True), Path("/usr/local/bin"), Path("/usr/bin")]
BIN = next((one for one in PLACES if (one / "initdb").exists()), None)  # Debian keeps it off the PATH
OWNER = "postgres"  # whom Debian's package makes: PostgreSQL refuses to be root's


class PostgreSQL:
    """A server that can be stopped and started again."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port
        self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync", "-D", "data")

    @property
    def address(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder} -c fsync=off"
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", "data", "-w", "-m", "immediate", "stop")

    def _run(self, name: str, *arguments: str) -> None:
        user = OWNER if os.getuid() == 0 else None
        done = subprocess.run(
            [str(BIN / name), *arguments], cwd=self.folder, user=user, group=user, stdout=subprocess.DEVNULL
        )
        assert done.returncode == 0, (self.folder / "log").read_text() if (self.folder / "log").exists() else name


@contextmanager
def postgresql() -> Iterator[PostgreSQL]:
    """One that runs until the block is left."""
    folder = Path(tempfile.mkdtemp(prefix="postgresql"))
    if os.getuid() == 0:
        os.chown(folder, pwd.getpwnam(OWNER).pw_uid, pwd.getpwnam(OWNER).pw_gid)
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
    server = PostgreSQL(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)
