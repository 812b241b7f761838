import type { ComponentType, ReactNode } from "react";
import { Failure } from "../api/failure.ts";
import { Notice } from "./notice.tsx";
import { useLoaded } from "./use-loaded.ts";

/** What stands in for a part whose script did not come. */
export interface FailedProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** What is shown instead of a part: nothing while it is on its way, a notice where it did not come. */
export interface LateOptions<P> {
  readonly Waiting?: ComponentType;
  readonly Failed?: ComponentType<P & FailedProps>;
}

/**
 * A component whose script is fetched when it is first shown. Unlike React's `lazy` it survives a server that is away:
 * the rest of the page stays as it is, and the part can be asked for again.
 */
export function late<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  { Waiting = Nothing, Failed = Notice }: LateOptions<P> = {},
): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  const fetchPart = async (): Promise<ComponentType<P>> => {
    try {
      known ??= (await load()).default;
      return known;
    } catch (error) {
      throw new Failure({ code: "network", message: String(error) });
    }
  };
  return function Late(props: P): ReactNode {
    const loaded = useLoaded("part", fetchPart);
    const Part = known ?? (loaded.state === "ready" ? loaded.value : undefined);
    if (Part !== undefined) return <Part {...props} />;
    if (loaded.state !== "failed") return <Waiting />;
    return <Failed {...props} failure={loaded.failure} onRetry={loaded.again} />;
  };
}

function Nothing(): ReactNode {
  return null;
}
