#!/usr/bin/env bash
# Makes the exports of the Python samples anew, by the real frameworks (Debian: python3-fastapi, python3-flask, python3-flasgger).
#   scripts/python-samples.sh              PYTHON=/usr/bin/python3 by default
#   scripts/python-samples.sh --install    installs the packages first
set -euo pipefail
cd "$(dirname "$0")/../samples"
python=${PYTHON:-/usr/bin/python3}
if [ "${1:-}" = --install ]; then
  apt-get install -y --no-install-recommends python3-fastapi python3-flask python3-flasgger
fi
export PYTHONDONTWRITEBYTECODE=1
(cd python-fastapi && "$python" -c '
import json
from app import app
print(json.dumps(app.openapi(), indent=2))') > python-fastapi/openapi.json
for document in right drifted; do
  (cd python-flasgger && DOCUMENT=$document "$python" -W ignore -c '
import importlib, json, os
app = importlib.import_module(os.environ["DOCUMENT"]).app
print(json.dumps(app.test_client().get("/apispec_1.json").get_json(), indent=2, sort_keys=True))') > "python-flasgger/apispec.$document.json"
done
