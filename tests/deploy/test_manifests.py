"""The files for containers say what is true of the program: settings, ports, probes, what is copied."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from app import create_app
from app.config import Settings
from tests.deploy.serving import PROJECT, ask, free_port, running

pytestmark = pytest.mark.deploy

GUNICORNS = {"BIND", "WORKERS"}
OUR_SETTINGS = {one.metadata["name"] for one in fields(Settings)}
PORT = 8000
LONGEST_END = 9 + 5  # s: gunicorn's grace, and the time until no proxy sends any more
BUSY = 60  # s that a server took to begin where others kept the machine busy
DEFAULT = re.compile(r"\$\{\w+:-(.*?)\}")  # what compose puts in where the environment says nothing

compose: dict[str, Any] = yaml.safe_load(DEFAULT.sub(r"\1", (PROJECT / "deploy" / "compose.yaml").read_text()))
objects = list(yaml.safe_load_all((PROJECT / "deploy" / "kubernetes.yaml").read_text()))
dockerfile = (PROJECT / "Dockerfile").read_text()


def find(kind: str, name: str = "eight-by-eight") -> dict[str, Any]:
    (found,) = (one for one in objects if (one["kind"], one["metadata"]["name"]) == (kind, name))
    return found


@pytest.fixture(scope="module")
def pod() -> dict[str, Any]:
    return find("Deployment")["spec"]["template"]["spec"]


@pytest.fixture(scope="module")
def server(pod) -> dict[str, Any]:
    return pod["containers"][0]


def test_every_setting_is_one_and_has_a_value_that_makes_sense(server):
    for environment in (
        compose["services"]["app"]["environment"],
        {one["name"]: one["value"] for one in server["env"]},
    ):
        assert environment.keys() <= OUR_SETTINGS | GUNICORNS
        settings = Settings.from_env(environment)
        assert (settings.trusted_proxies, settings.rate_store[:8]) == (1, "redis://")


def test_probes_ask_what_the_program_answers(server):
    client = create_app(Settings(allowed_hosts=())).test_client()
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        asked = server[probe]["httpGet"]
        assert asked["port"] == PORT
        assert client.get(asked["path"], headers={"Host": f"10.0.0.7:{PORT}"}).status_code == 200
    assert server["livenessProbe"]["httpGet"]["path"] == "/health/live"
    assert re.search(r"HEALTHCHECK.*?/health/live", dockerfile, re.DOTALL)


def test_the_ports_are_the_same_everywhere(server):
    assert server["ports"] == [{"containerPort": PORT}]
    assert find("Service")["spec"]["ports"][0]["targetPort"] == PORT
    assert f"BIND=0.0.0.0:{PORT}" in dockerfile and f"EXPOSE {PORT}" in dockerfile


def test_nobody_is_root_and_nothing_is_written(pod, server):
    assert re.search(r"^USER ([1-9]\d+):\1$", dockerfile, re.MULTILINE), "nor of root's group"
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert f"USER {pod['securityContext']['runAsUser']}:{pod['securityContext']['runAsGroup']}" in dockerfile
    assert server["securityContext"]["readOnlyRootFilesystem"] is True
    app = compose["services"]["app"]
    assert app["read_only"] is True
    assert app["cap_drop"] == server["securityContext"]["capabilities"]["drop"] == ["ALL"]


def test_an_event_keeps_its_data_where_the_server_may_write():
    (folder,) = re.findall(r"DATA_DIR=(\S+)", dockerfile)
    (user,) = re.findall(r"^USER (\S+)$", dockerfile, re.MULTILINE)
    assert re.search(rf"^RUN .*mkdir -m 700 {folder} && chown {user} {folder}$", dockerfile, re.MULTILINE)
    (volume,) = compose["services"]["app"]["volumes"]
    name, where = volume.split(":")
    assert where == folder and name in compose["volumes"]


def test_a_server_has_time_to_begin_and_to_end(server):
    (start,) = re.findall(r"--start-period=(\d+)s", dockerfile)
    assert int(start) >= BUSY
    assert server["startupProbe"]["periodSeconds"] * server["startupProbe"]["failureThreshold"] >= BUSY
    assert int(compose["services"]["app"]["stop_grace_period"].removesuffix("s")) > LONGEST_END


def test_nothing_is_compiled_at_every_start():
    last = dockerfile.rpartition("FROM ")[2]
    assert re.search(r"^RUN python -m compileall .*/usr/local/lib/python3\.11\b", last, re.MULTILINE)


def test_redis_lets_in_who_asks_from_another_container():
    (pod,) = find("Deployment", "eight-by-eight-redis")["spec"]["template"]["spec"]["containers"]
    for start in (pod["args"], compose["services"]["redis"]["command"]):
        assert start[start.index("--protected-mode") + 1] == "no"


def test_what_belongs_together_finds_each_other(pod):
    labels = find("Deployment")["spec"]["template"]["metadata"]["labels"]
    assert find("Service")["spec"]["selector"] == labels
    assert find("Deployment")["spec"]["selector"]["matchLabels"] == labels
    assert find("PodDisruptionBudget")["spec"]["selector"]["matchLabels"] == labels
    assert find("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]["name"] == find("Deployment")["metadata"]["name"]
    assert find("Service", "eight-by-eight-redis")
    assert pod["terminationGracePeriodSeconds"] > LONGEST_END


def test_the_image_holds_all_that_runs(tmp_path: Path):
    """What the Dockerfile copies, sets, starts and asks: a server of these files alone answers, and writes nothing."""
    for source, target in re.findall(r"^COPY ([^-]\S+) ([^/]\S+)$", dockerfile, re.MULTILINE):
        goal = tmp_path / target
        if target.endswith("/"):
            goal.mkdir(parents=True, exist_ok=True)
        subprocess.run(["cp", "-r", PROJECT / source, goal], check=True)
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(path.stat().st_mode & ~0o222)
    before = {path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts}
    port, own = free_port(), re.findall(r"(PYTHON\w+)=(\S+)", dockerfile)
    environment = dict(own) | {"BIND": f"127.0.0.1:{port}", "WORKERS": "1", "HOME": "/proc/nobody"}
    (start,) = re.findall(r"^CMD (.+)$", dockerfile, re.MULTILINE)
    (check,) = re.findall(r"^ +CMD (.+)$", dockerfile, re.MULTILINE)
    with running(port, sys.executable, "-m", *json.loads(start), cwd=tmp_path, **environment):
        healthy = [sys.executable, *json.loads(check)[1:2], json.loads(check)[2].replace(":8000", f":{port}")]
        subprocess.run(healthy, check=True)
        for page in ("/", "/lesson", "/report.png"):
            assert ask(port, "GET", page).status == 200
    assert {path for path in tmp_path.rglob("*") if "__pycache__" not in path.parts} == before


def test_whoever_alone_may_read_the_clone_the_server_may_read_the_image(tmp_path):
    """The command that ends the first stage, in a folder with a clone's narrowest modes."""
    (line,) = re.findall(r"^RUN .*(chmod .+)$", dockerfile, re.MULTILINE)
    page = tmp_path / "templates" / "base.html"
    page.parent.mkdir(mode=0o700)
    page.touch(mode=0o600)
    subprocess.run(line, shell=True, cwd=tmp_path, check=True)
    assert (page.stat().st_mode & 0o777, page.parent.stat().st_mode & 0o777) == (0o644, 0o755)


def test_nginx_finds_the_replicas_by_the_name_that_compose_gives_them():
    (pattern, replacement) = re.search(r"s/(.+?)/(.+?)/'", compose["services"]["nginx"]["command"][-1]).groups()
    changed = (PROJECT / "deploy" / "nginx.conf").read_text().replace(pattern, replacement)
    assert re.search(r"^ +server app:8000;$", changed, re.MULTILINE)
    assert not re.search(r"^ +server 127", changed, re.MULTILINE)
