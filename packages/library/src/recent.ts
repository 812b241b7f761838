/** The last used values, as many as weigh no more than a limit together. */
export interface Recent<T> {
  /** The value of a key; made where it is not there. */
  get(key: string, make: () => T): T;
}

/** Keeps values in the order of their last use; the value just made stays however heavy it is. */
export function createRecent<T>(limit: number, weigh: (value: T) => number): Recent<T> {
  const values = new Map<string, T>();
  let weight = 0;
  const shrink = (kept: string): void => {
    for (const [key, value] of values) {
      if (weight <= limit || key === kept) return;
      values.delete(key);
      weight -= weigh(value);
    }
  };
  return {
    get(key, make) {
      const known = values.get(key);
      const value = known ?? make();
      if (known === undefined) weight += weigh(value);
      else values.delete(key);
      values.set(key, value);
      shrink(key);
      return value;
    },
  };
}
