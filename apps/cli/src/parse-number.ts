import { InvalidArgumentError } from "commander";

/** Reads an option's number and refuses what lies outside. */
export function numberBetween(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Allowed are ${least}–${most}.`);
  };
}
