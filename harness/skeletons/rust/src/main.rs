//! An implementation of Subtensor's rules, asked by the conformance harness: a request a line, an answer a line.

use serde_json::{json, Value};
use std::io::{self, BufRead, Write};

/// What this implementation does not cover. Its vectors are skipped, with this reason.
struct Unsupported(String);

type Function = fn(&Value) -> Value;

/// By their names, in the vectors' words.
const FUNCTIONS: [(&str, Function); 1] = [("numbers.u64.saturatingAdd", saturating_add)];

/// The sum, or the largest u64 where that is less.
fn saturating_add(_given: &Value) -> Value {
    // Not written yet. Integers come and go as decimal strings: unsigned(_given, "a"), json!({ "ok": total.to_string() }).
    json!({ "error": "Mine.NotWrittenYet" })
}

/// A u64 of the input.
#[allow(dead_code)]
fn unsigned(given: &Value, name: &str) -> u64 {
    let text = given[name].as_str().expect("an integer is a decimal string");
    text.parse().expect("it is a u64")
}

fn handshake() -> Value {
    json!({
        "name": "my implementation",
        "version": "0.1.0",
        "protocol": 1,
        "forks": ["balancer"],
        "functions": FUNCTIONS.map(|(name, _)| name),
    })
}

fn call(params: &Value) -> Result<Value, Unsupported> {
    let wanted = params["function"].as_str().unwrap_or_default();
    match FUNCTIONS.iter().find(|(name, _)| *name == wanted) {
        Some((_, run)) => Ok(run(&params["input"])),
        None => Err(Unsupported(format!("there is no {wanted} yet"))),
    }
}

fn answer(request: &Value) -> Result<Value, Unsupported> {
    match request["method"].as_str().unwrap_or_default() {
        "handshake" => Ok(handshake()),
        "call" => call(&request["params"]),
        method => Err(Unsupported(format!("there is no {method} yet"))),
    }
}

fn respond(request: &Value) -> Value {
    match answer(request) {
        Ok(result) => json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }),
        Err(Unsupported(reason)) => json!({
            "jsonrpc": "2.0",
            "id": request["id"],
            "error": { "code": -32001, "message": "unsupported", "data": { "reason": reason } },
        }),
    }
}

fn main() -> io::Result<()> {
    let mut output = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let request = serde_json::from_str(&line?)?;
        writeln!(output, "{}", respond(&request))?;
        output.flush()?;
    }
    Ok(())
}
