#!/bin/sh
# Lints and type-checks the JavaScript, where node is there: the program itself does without. CI must have it.
set -eu
cd "$(dirname "$0")/../.."

OLDEST=20 # node's version that the tools and the tests need

# Say loudly what is not checked, and go on; CI fails.
give_up() {
    echo "$1: the JavaScript is neither linted nor type-checked" >&2
    [ "${CI:-}" != true ]
    exit
}

command -v node >/dev/null && command -v npm >/dev/null || give_up "NODE IS MISSING"
[ "$(node --print 'process.versions.node.split(".")[0]')" -ge "$OLDEST" ] || give_up "NODE $(node --version) IS TOO OLD"
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --no-audit --no-fund --silent || give_up "NPM COULD NOT FETCH ITS TOOLS"
fi
npm run --silent lint
