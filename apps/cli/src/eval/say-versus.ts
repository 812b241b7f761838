import type { Difference } from "@stele/core/node";
import type { Session } from "../session.ts";

/** Says by how much one result is better than another, if there is another. */
export async function sayVersus(versus: Difference | undefined, session: Session): Promise<void> {
  if (versus === undefined) return;
  const [difference, low, high] = [versus.difference, versus.low, versus.high].map((value) => value.toFixed(4));
  await session.result(
    `${session.t("cli.eval.versus", { difference: difference ?? "", low: low ?? "", high: high ?? "" })}\n`,
  );
}
