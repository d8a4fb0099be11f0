# The server as a container: no root, nothing written but in /tmp. `docker build -t eight-by-eight .`
FROM python:3.11-slim AS installed
COPY deploy/locks /srv/locks
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r /srv/locks/deploy.txt

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 BIND=0.0.0.0:8000 MPLCONFIGDIR=/tmp/matplotlib
COPY --from=installed /venv /venv
WORKDIR /srv
COPY app app
COPY static static
COPY templates templates
COPY models models
COPY docs/notebook.ipynb docs/
COPY deploy/gunicorn.conf.py deploy/
RUN python -m compileall -q app
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=2)"]
CMD ["gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]
