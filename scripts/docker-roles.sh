#!/bin/sh
# Runs once, when the database of docker-compose.yml is new: the two roles of Simpul, and a database that one owns.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" \
  --set=owner="$SIMPUL_OWNER_PASSWORD" --set=api="$SIMPUL_API_PASSWORD" <<'SQL'
create role simpul_owner login password :'owner';
create role simpul_api login password :'api';
create database simpul owner simpul_owner;
SQL
