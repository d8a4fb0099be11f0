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

compose: dict[str, Any] = yaml.safe_load((PROJECT / "deploy" / "compose.yaml").read_text())
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
    assert re.search(r"^USER [1-9]\d+$", dockerfile, re.MULTILINE)
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert server["securityContext"]["readOnlyRootFilesystem"] is True
    app = compose["services"]["app"]
    assert app["read_only"] is True
    assert app["cap_drop"] == server["securityContext"]["capabilities"]["drop"] == ["ALL"]


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
    for line in re.findall(r"^COPY (?!--from)(.+)$", dockerfile, re.MULTILINE):
        source, target = line.split()
        goal = tmp_path / target.removeprefix("/srv/")
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


def test_nginx_finds_the_replicas_by_the_name_that_compose_gives_them():
    (pattern, replacement) = re.search(r"s/(.+?)/(.+?)/'", compose["services"]["nginx"]["command"][-1]).groups()
    changed = (PROJECT / "deploy" / "nginx.conf").read_text().replace(pattern, replacement)
    assert re.search(r"^ +server app:8000;$", changed, re.MULTILINE)
    assert not re.search(r"^ +server 127", changed, re.MULTILINE)
