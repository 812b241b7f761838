/** An attribute, as those who go through all of them see it. */
export interface PageAttribute {
  readonly name: string;
  readonly value: string;
  cloneNode(): PageAttribute;
}

/** Makes an attribute. */
export function attributeOf(name: string, value: string): PageAttribute {
  return { name, value, cloneNode: () => attributeOf(name, value) };
}

/** What an element's own style says of whether it is seen. */
export interface PageStyle {
  readonly display?: string;
  readonly visibility?: string;
}

/** Reads that of the text of a `style` attribute. */
export function styleOf(text: string): PageStyle {
  const rules = text.matchAll(/(display|visibility)\s*:\s*(\w+)/giu);
  return Object.fromEntries([...rules].map(([, name = "", value = ""]) => [name.toLowerCase(), value.toLowerCase()]));
}
