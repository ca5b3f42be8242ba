"""An implementation of some of the rules of Subtensor, as a program that speaks the harness's protocol.

It is written from the clauses in spec/ alone, in plain Python (3.9 or newer, standard library only). Whatever is a whole
number on the chain is a whole number here and exact; the epoch is computed in floating point and says so.

Run it with: npx subtensor-spec run --impl 'stdio:python3 harness/samples/python/main.py'
"""

import json
import sys

sys.dont_write_bytecode = True  # nothing is written beside the sources
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)  # powers of ratios may have thousands of digits

import consensus_functions
import emission
import numbers_functions
import pool_balancer
import pool_constant_product
from outcomes import Panic, Refusal, Unsupported
from wire import decoded, encoded

FUNCTIONS = {
    **numbers_functions.FUNCTIONS,
    **emission.FUNCTIONS,
    **pool_balancer.FUNCTIONS,
    **pool_constant_product.FUNCTIONS,
    **consensus_functions.FUNCTIONS,
}

HANDSHAKE = {
    "name": "Python sample",
    "version": "0.1.0",
    "protocol": 1,
    "forks": ["rao", "balancer"],
    "functions": sorted(FUNCTIONS),
    "approximate": consensus_functions.APPROXIMATE,
}


def call(params):
    """Runs a function: its result, or what the chain refuses it with."""
    declared = FUNCTIONS.get(params["function"])
    if declared is None:
        raise Unsupported("there is no {} here".format(params["function"]))
    run, names = declared
    given = decoded(params["input"])
    try:
        return run(*(given[name] for name in names))
    except Refusal as refusal:
        return {"error": str(refusal)}
    except Panic:
        return {"error": "panic"}


def answer_to(method, params):
    if method == "handshake":
        return HANDSHAKE
    if method != "call":
        raise Unsupported("there are no block steps here")
    outcome = call(params)
    if isinstance(outcome, dict) and ("error" in outcome or "checkpoints" in outcome):
        return encoded(outcome)
    return {"ok": encoded(outcome)}


def respond(line):
    request = json.loads(line)
    response = {"jsonrpc": "2.0", "id": request.get("id")}
    try:
        response["result"] = answer_to(request["method"], request.get("params"))
    except Unsupported as missing:
        response["error"] = {"code": -32001, "message": "unsupported", "data": {"reason": str(missing)}}
    return json.dumps(response)


def main():
    for line in sys.stdin:
        print(respond(line), flush=True)


if __name__ == "__main__":
    main()
