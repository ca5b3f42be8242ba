import type { SketchTable } from "./sketch.js"
import { familySketches } from "./sketches/familySketches.js"
import { keySketches } from "./sketches/keySketches.js"
import { lockSketches } from "./sketches/lockSketches.js"
import { neuronSketches } from "./sketches/neuronSketches.js"
import { setterSketches } from "./sketches/setterSketches.js"
import { stakeSketches } from "./sketches/stakeSketches.js"
import { subnetSketches } from "./sketches/subnetSketches.js"
import { weightSketches } from "./sketches/weightSketches.js"

/** All sketchers. A call without one is made with arguments of every kind. */
export const sketchTable: SketchTable = {
  ...stakeSketches,
  ...neuronSketches,
  ...weightSketches,
  ...keySketches,
  ...familySketches,
  ...lockSketches,
  ...subnetSketches,
  ...setterSketches,
}
