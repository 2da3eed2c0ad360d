#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a PostgreSQL server of its own, which lives in a temporary folder and ends with it.
set -eu
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$bin" ]; then
  echo "PostgreSQL is not installed: skipped: $*"
  exit 0
fi
home=$(mktemp -d)
port=${RAADHUS_TEST_POSTGRESQL_PORT:-54329}
as_postgres() { if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi; }
[ "$(id -u)" -eq 0 ] && chown postgres "$home"
trap 'as_postgres "$bin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$home"' EXIT
as_postgres "$bin/initdb" -D "$home/data" -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
as_postgres "$bin/pg_ctl" -D "$home/data" -w -l "$home/log" -o "-p $port -k $home -c listen_addresses=127.0.0.1 -c fsync=off" start >/dev/null
as_postgres "$bin/createdb" -h 127.0.0.1 -p "$port" raadhus
DATABASE_URL="postgresql://postgres@127.0.0.1:$port/raadhus" "$@"
