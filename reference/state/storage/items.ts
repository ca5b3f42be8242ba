// Made from the metadata of spec_version 425 by `npm run declarations`; do not edit.

import * as adminUtils from "./adminUtils.js"
import * as alphaAssets from "./alphaAssets.js"
import * as aura from "./aura.js"
import * as balances from "./balances.js"
import * as commitments from "./commitments.js"
import * as crowdloan from "./crowdloan.js"
import * as drand from "./drand.js"
import * as eVMChainId from "./eVMChainId.js"
import * as grandpa from "./grandpa.js"
import * as limitOrders from "./limitOrders.js"
import * as mevShield from "./mevShield.js"
import * as multisig from "./multisig.js"
import * as preimage from "./preimage.js"
import * as proxy from "./proxy.js"
import * as randomnessCollectiveFlip from "./randomnessCollectiveFlip.js"
import * as safeMode from "./safeMode.js"
import * as scheduler from "./scheduler.js"
import * as subtensorModule from "./subtensorModule.js"
import * as sudo from "./sudo.js"
import * as swap from "./swap.js"
import * as system from "./system.js"
import * as timestamp from "./timestamp.js"
import * as transactionPayment from "./transactionPayment.js"

/** Every storage item, by pallet. */
export const storageItems = {
  system,
  randomnessCollectiveFlip,
  timestamp,
  aura,
  grandpa,
  balances,
  transactionPayment,
  subtensorModule,
  sudo,
  multisig,
  preimage,
  scheduler,
  proxy,
  commitments,
  adminUtils,
  safeMode,
  eVMChainId,
  drand,
  crowdloan,
  swap,
  mevShield,
  alphaAssets,
  limitOrders,
}
