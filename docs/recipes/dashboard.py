"""Kebutuhan dan kursi yang disetujui, sebagai CSV; Python 3 tanpa pustaka lain.
Needs and approved seats, as CSV; Python 3 and nothing else.

    SIMPUL_URL=http://localhost:3000 SIMPUL_TOKEN=smp_… python3 docs/recipes/dashboard.py
"""

import csv
import json
import os
import sys
import urllib.request

QUERY = """
{
  dashboard {
    needCoverage(top: 50) {
      need { code title }
      headcount
      seats
    }
  }
}
"""

request = urllib.request.Request(
    os.environ.get("SIMPUL_URL", "http://localhost:3000") + "/graphql",
    data=json.dumps({"query": QUERY}).encode(),
    headers={
        "authorization": "Bearer " + os.environ["SIMPUL_TOKEN"],
        "content-type": "application/json",
    },
)
with urllib.request.urlopen(request, timeout=10) as response:
    answer = json.load(response)
if answer.get("errors"):
    sys.exit(answer["errors"][0]["message"])

table = csv.writer(sys.stdout)
table.writerow(["code", "title", "headcount", "seats"])
for row in answer["data"]["dashboard"]["needCoverage"]:
    need = row["need"] or {"code": "", "title": ""}
    table.writerow([need["code"], need["title"], row["headcount"], row["seats"]])
