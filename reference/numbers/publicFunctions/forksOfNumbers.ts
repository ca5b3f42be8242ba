/** The arithmetic of the chain's numbers is the same in every fork. */
export const ALL_FORKS: readonly string[] = ["balancer", "rao"]

/** What came with the weighted pool and the decimal share pool. */
export const SINCE_BALANCER: readonly string[] = ["balancer"]
