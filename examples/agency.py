"""An agency in Python, over HTTP alone: its client is made of the authority's OpenAPI document. Standard library only.

    python3 examples/agency.py QUESTION.json

QUESTION.json is the body of createAccessRequest; GRONDSLAG_OIDC_ISSUER, _CLIENT_ID, _CLIENT_SECRET and _AUTHORITY say who asks where.
What it prints is what the vault server gave: no signature is checked here, `grondslag claims verify` does.
"""

import base64
import json
import os
import re
import sys
import time
from urllib.error import HTTPError
from urllib.parse import quote, urlencode, urljoin
from urllib.request import Request, urlopen


def call(url, token=None, body=None, method=None, **headers):
    if token:
        headers["Authorization"] = f"Bearer {token}"
    with urlopen(Request(url, body, headers, method=method), timeout=20) as response:
        return response.read().decode()


def log_in(issuer, client_id, client_secret):
    discovered = json.loads(call(urljoin(issuer, ".well-known/openid-configuration")))
    basic = base64.b64encode(f"{quote(client_id)}:{quote(client_secret)}".encode()).decode()
    body = urlencode({"grant_type": "client_credentials", "scope": "webid"}).encode()
    answer = call(discovered["token_endpoint"], body=body, Authorization=f"Basic {basic}")
    return json.loads(answer)["access_token"]


class Client:
    """A method for each operation of an OpenAPI document: `client.getAccessRequest(id=…)`."""

    def __init__(self, document, token):
        self.base = document["servers"][0]["url"]
        self.token = token
        self.operations = {
            operation["operationId"]: (method.upper(), path, operation)
            for path, item in document["paths"].items()
            for method, operation in item.items()
        }

    def __getattr__(self, name):
        if name not in self.operations:
            raise AttributeError(f"The document has no operation {name}.")
        method, path, operation = self.operations[name]

        def send(body=None, **values):
            places = {one["name"]: one["in"] for one in operation.get("parameters", [])}
            filled = re.sub(r"{(\w+)}", lambda found: quote(values[found[1]], ""), path)
            search = {key: value for key, value in values.items() if places[key] == "query"}
            url = self.base + filled + ("?" + urlencode(search) if search else "")
            media = next(iter(operation.get("requestBody", {}).get("content", {"": None})))
            form = media == "application/x-www-form-urlencoded"
            sent = None if body is None else (urlencode(body) if form else json.dumps(body)).encode()
            headers = {"Content-Type": media} if sent else {}
            return json.loads(call(url, self.token, sent, method, **headers))

        return send


def read(client, credential, resource):
    """Trades the grant for a token of the vault server (UMA 2.0) and reads with it."""
    try:
        return call(resource)
    except HTTPError as refused:
        challenge = refused.headers["WWW-Authenticate"] or ""
    ticket = re.search(r'ticket="([^"]+)"', challenge)[1]
    presentation = {
        "@context": ["https://www.w3.org/2018/credentials/v1"],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": [credential],
    }
    token = client.exchangeTicket(
        {
            "grant_type": "urn:ietf:params:oauth:grant-type:uma-ticket",
            "ticket": ticket,
            "claim_token_format": "https://www.w3.org/TR/vc-data-model/#json-ld",
            "claim_token": base64.b64encode(json.dumps(presentation).encode()).decode(),
        }
    )
    return call(resource, token["access_token"])


def main(question):
    setting = {name: os.environ[f"GRONDSLAG_{name}"] for name in ("OIDC_ISSUER", "CLIENT_ID", "CLIENT_SECRET")}
    authority = os.environ["GRONDSLAG_AUTHORITY"]
    document = json.loads(call(urljoin(authority, "v1/openapi.json")))
    client = Client(document, log_in(*setting.values()))
    request = client.createAccessRequest(question)
    print(request["credential"], flush=True)
    while (state := request["state"]) == "pending":
        time.sleep(1)
        request = client.getAccessRequest(id=request["id"])
    if state != "granted":
        sys.exit(f"The answer is {state}: {question['explanation']['otherRoute']['text']}")
    grant = client.getAccessGrant(id=request["decision"]["id"])
    credential = json.loads(call(grant["credential"], client.token))
    for resource in grant["resources"]:
        print(read(client, credential, resource))


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        main(json.load(file))
