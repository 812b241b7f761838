/** What a run had kept, and may have paid for in vain, when it ended. */
export const balance = {
  answersKept: "Answers kept so far: {{texts}}.",
  maybeBilled: "Requests that may have been charged without an answer: {{requests}} ({{characters}} characters)",
} as const;
