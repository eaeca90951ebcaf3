#!/bin/sh
# Usulan menurut status, dengan curl. · Proposals by state, with curl.
#   SIMPUL_URL=http://localhost:3000 SIMPUL_TOKEN=smp_… sh docs/recipes/dashboard.sh
curl --silent --show-error --fail-with-body \
  --header "authorization: Bearer $SIMPUL_TOKEN" \
  --header 'content-type: application/json' \
  --data '{"query":"{ dashboard { asOf proposalsByState { state count } } }"}' \
  "${SIMPUL_URL:-http://localhost:3000}/graphql"
