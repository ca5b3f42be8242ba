"""An implementation of Subtensor's rules, asked by the conformance harness: a request a line, an answer a line."""

import json
import sys


class Unsupported(Exception):
    """What this implementation does not cover. Its vectors are skipped, with this reason."""


def saturating_add(given):
    """numbers.u64.saturatingAdd: the sum, or the largest u64 where that is less."""
    # Not written yet. Integers come and go as decimal strings: int(given["a"]), {"ok": str(total)}.
    return {"error": "Mine.NotWrittenYet"}


FUNCTIONS = {
    "numbers.u64.saturatingAdd": saturating_add,
}


def handshake(_):
    return {
        "name": "my implementation",
        "version": "0.1.0",
        "protocol": 1,
        "forks": ["balancer"],
        "functions": sorted(FUNCTIONS),
    }


def call(params):
    run = FUNCTIONS.get(params["function"])
    if run is None:
        raise Unsupported("there is no {} yet".format(params["function"]))
    return run(params["input"])


METHODS = {"handshake": handshake, "call": call}


def respond(request):
    response = {"jsonrpc": "2.0", "id": request["id"]}
    try:
        method = METHODS.get(request["method"])
        if method is None:
            raise Unsupported("there is no {} yet".format(request["method"]))
        response["result"] = method(request["params"])
    except Unsupported as missing:
        response["error"] = {"code": -32001, "message": "unsupported", "data": {"reason": str(missing)}}
    return response


for line in sys.stdin:
    print(json.dumps(respond(json.loads(line))), flush=True)
