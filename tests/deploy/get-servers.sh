#!/bin/sh
# Gets nginx, redis-server and PostgreSQL for the tests of a deployment: what is there, else Debian's packages.
for name in nginx redis-server postgresql; do
    command -v $name >/dev/null 2>&1 && continue
    [ -x /usr/sbin/$name ] && continue
    [ $name = postgresql ] && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && continue
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        echo "No $name here: installing Debian's package." >&2
        apt-get update -qq >/dev/null 2>&1
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $name >/dev/null 2>&1 && continue
    fi
    echo "WARNING: no $name could be found or fetched. What needs it is not tested." >&2
    [ "$CI" = true ] && exit 1
done
exit 0
