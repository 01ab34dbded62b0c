#!/bin/sh
# Makes the secrets of docker-compose.yml once, each in a file that only its owner can read. Running it again changes
# nothing that is there.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets

random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
keep() { [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; }

keep postgres_password "$(random)"
keep redis_password "$(random)"
keep s3_access_key meantime
keep s3_secret_key "$(random)"
keep meantime_secret "$(random)$(random)"
keep database_url "postgres://meantime:$(cat secrets/postgres_password)@postgres:5432/meantime"
keep redis_url "redis://:$(cat secrets/redis_password)@redis:6379"

# The containers read them as users of their own; the folder stays closed to everyone else on this machine.
chmod 700 secrets
chmod 644 secrets/*
echo "The secrets are in $(pwd)/secrets. Back them up with the data."
