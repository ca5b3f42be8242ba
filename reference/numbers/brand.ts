declare const brandName: unique symbol

/**
 * A value of type `Base` that the compiler keeps apart from every other `Base`: the raw bits of one fixed-point format,
 * an amount in rao, the number of a subnet. A brand exists only for the compiler; at run time the value is plain.
 */
export type Branded<Base, Name extends string> = Base & { readonly [brandName]: Name }

/**
 * Gives a plain value its brand. The one place where the compiler is told rather than convinced: every caller has
 * just computed the value and knows that it lies within the type.
 */
export function brand<T extends bigint | number | string>(value: bigint | number | string): T {
  return value as T
}
