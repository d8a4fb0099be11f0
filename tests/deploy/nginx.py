"""A real nginx with deploy/nginx.conf."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests.deploy.serving import PROJECT

PATH = f"{os.environ['PATH']}:/usr/sbin"
NGINX = shutil.which("nginx", path=PATH)


def configuration(folder: Path, port: int, upstreams: list[int], prefix: str = "") -> Path:
    """What deploy/nginx.conf says, with these ports, at this prefix."""
    text = (PROJECT / "deploy" / "nginx.conf").read_text()
    text = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    text = text.replace("server 127.0.0.1:8000;", "".join(f"server 127.0.0.1:{one};" for one in upstreams))
    if prefix:
        text = text.replace(
            "location / {\n        proxy_pass http://eight_by_eight;",
            "location /digits/ {\n        proxy_pass http://eight_by_eight/;",
        )
        text = text.replace('X-Forwarded-Prefix ""', f"X-Forwarded-Prefix {prefix}")
    return whole(folder, text)


def whole(folder: Path, site: str) -> Path:
    """A file that nginx starts with, of what it says of one site."""
    paths = [f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
    main = f"pid {folder}/pid; error_log stderr; daemon off; events {{}}\n"
    file = folder / "nginx.conf"
    file.write_text(main + "http { access_log off; " + " ".join(paths) + "\n" + site + "}\n")
    return file
