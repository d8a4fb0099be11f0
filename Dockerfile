# The server as a container: no root, nothing written but in /tmp and /data. `docker build -t eight-by-eight .`
FROM python:3.11-slim AS installed
COPY deploy/locks /locks
# What only installs and what only tests our packages stays behind: a fifth of them.
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --require-hashes -r /locks/deploy.txt -r /locks/requirements-server.txt \
    && /venv/bin/pip uninstall --quiet --yes pip setuptools \
    && find /venv -type d -name tests -prune -exec rm -r {} +
WORKDIR /srv
COPY app app
COPY static static
COPY templates templates
COPY models models
COPY docs/notebook.ipynb docs/
COPY deploy/gunicorn.conf.py deploy/
# Readable for the server, whoever alone may read the clone.
RUN python -m compileall -q app && chmod -R a+rX .

FROM python:3.11-slim
# The image brings Python's own modules uncompiled, and a server that writes nothing would compile them at every start.
RUN python -m compileall -q -x site-packages /usr/local/lib/python3.11 && mkdir -m 700 /data && chown 10001:10001 /data
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 BIND=0.0.0.0:8000 DATA_DIR=/data MPLCONFIGDIR=/tmp/matplotlib
COPY --from=installed /venv /venv
COPY --from=installed /srv /srv
WORKDIR /srv
USER 10001:10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=2)"]
CMD ["gunicorn", "-c", "deploy/gunicorn.conf.py", "app:create_app()"]
