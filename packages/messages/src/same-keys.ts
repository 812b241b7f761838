/** The shape of a translation: exactly the keys of the English texts, with texts of its own. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
