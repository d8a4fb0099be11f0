import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

picture = Path("7.png").read_bytes()
request = Request("{{ address }}", picture, {"Content-Type": "image/png"})
try:
    with urlopen(request) as response:
        answer = json.load(response)
except HTTPError as error:
    raise SystemExit(json.load(error)["error"]["message"]) from error
print(answer["digit"], answer["confidence"])
