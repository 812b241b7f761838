import { type RefObject, useEffect, useState } from "react";

/** How far outside the window something already counts as near. */
const MARGIN = "600px";

/** Whether an element has come near the window; once it has, it stays so. Watches only while `isWatching`. */
export function useNear(element: RefObject<Element | null>, isWatching: boolean): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (!isWatching || isNear || target === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: MARGIN },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isWatching, isNear]);
  return isNear && isWatching;
}
