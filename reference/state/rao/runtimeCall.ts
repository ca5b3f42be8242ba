import { CallRegistry } from "../runtimeCall.js"

export const { declareCall, runtimeCall } = new CallRegistry()
