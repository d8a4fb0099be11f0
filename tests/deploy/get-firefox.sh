#!/bin/sh
# Gets Firefox, and what drives it, for the smoke test: what is there, else Debian's package and npm's pinned one.
set -u
cd "$(dirname "$0")/firefox"

# Say loudly what is not tested, and go on; CI fails.
give_up() {
    echo "WARNING: $1. NOTHING IS TESTED IN FIREFOX." >&2
    [ "${CI:-}" != true ]
    exit
}

has_firefox() {
    [ -x "${FIREFOX:-}" ] || command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1
}

if ! has_firefox && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "No Firefox here: installing Debian's package." >&2
    apt-get update -qq >/dev/null 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null 2>&1
fi
has_firefox || give_up "no Firefox could be found or fetched"
command -v npm >/dev/null 2>&1 || give_up "there is no node"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-audit --no-fund --silent || give_up "npm could not fetch its tools"
fi
