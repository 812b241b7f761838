import type { en } from "./en/index.ts";

/** Every text, by area. */
type Texts = typeof en;

type Leaves<T, Prefix extends string = ""> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** The path of a text: `cli.commands.align`. */
export type MessageKey = Leaves<Texts>;

type TextAt<T, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? TextAt<T[Head], Rest>
    : never
  : K extends keyof T
    ? T[K]
    : never;

type NamesIn<S> = S extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** What a text needs to be filled in: nothing, or one value a `{{name}}`. */
export type MessageValues<K extends MessageKey> = [NamesIn<TextAt<Texts, K>>] extends [never]
  ? []
  : [values: Readonly<Record<NamesIn<TextAt<Texts, K>>, string | number>>];
