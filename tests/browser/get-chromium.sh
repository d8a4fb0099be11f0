#!/bin/sh
# Finds a browser for the tests, or gets one: what is there, else one of Debian's packages, else Playwright's own.
# usage: get-chromium.sh PYTHON
python=$1
for name in "$CHROMIUM" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "No Chromium here: installing Debian's package." >&2
    apt-get update -qq >/dev/null 2>&1
    for package in chromium-headless-shell chromium; do
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
            $package fonts-dejavu-core fonts-noto-cjk >/dev/null 2>&1
        command -v $package >/dev/null 2>&1 && exit 0
    done
fi
echo "No Chromium here: asking Playwright for its own." >&2
"$python" -m playwright install chromium >/dev/null 2>&1 && exit 0
echo "WARNING: no browser could be found or fetched. The browser tests cannot run." >&2
[ "$CI" = true ] && exit 1
exit 0
