/** What a run had kept, and may have paid for in vain, when it ended. */
export const balance = {
  answersKept: "Answers kept so far: {{texts}}.",
  maybeBilled: "Requests that may have been charged without an answer: {{requests}} ({{characters}} characters)",
  capForbids:
    "The cap ({{cap}}) forbids to send again in this run what may have been charged; texts missing: {{texts}} ({{characters}} characters). The same command sends only what is missing.",
  capCharacters: "{{characters}} characters",
  capCost: "a cost of {{cost}}",
} as const;
