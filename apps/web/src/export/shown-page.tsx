import { type ReactNode, useEffect, useMemo, useRef } from "react";

/**
 * An exported page as it will look, without any right to run scripts. Its own style element would be refused by the
 * room's content policy, which a frame inherits; the same style is adopted instead. The frame is as high as its page
 * and scrolled by the box around it, so that keys stay with the dialog.
 */
export function ShownPage({ html, title }: { html: string; title: string }): ReactNode {
  const { page, style } = useMemo(() => withoutActiveParts(html), [html]);
  const frame = useRef<HTMLIFrameElement>(null);
  const heights = useMemo(() => new ResizeObserver(() => stretch(frame.current)), []);
  useEffect(() => () => heights.disconnect(), [heights]);
  const show = (): void => {
    const root = adoptStyle(frame.current, style);
    if (root !== undefined) heights.observe(root);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard.
    <section className="preview shown-page" aria-label={title} tabIndex={0}>
      <iframe ref={frame} title={title} tabIndex={-1} sandbox="allow-same-origin" srcDoc={page} onLoad={show} />
    </section>
  );
}

const STYLE = /<style>([\s\S]*?)<\/style>/gu;
/** A preview may end inside the script. */
const ACTIVE = /<style>[\s\S]*?<\/style>|<script\b[\s\S]*?(?:<\/script>|$)|<meta http-equiv[^>]*>/gu;
/** Where no script runs they would do nothing. */
const WITHOUT_BUTTONS = ".tools { display: none }";

/**
 * The page without what the policy would refuse aloud, and its style by itself. Whatever this left in could not run
 * either: the frame has no right to.
 */
function withoutActiveParts(html: string): { readonly page: string; readonly style: string } {
  const styles = [...html.matchAll(STYLE)].map(([, style]) => style);
  return { page: html.replace(ACTIVE, ""), style: [...styles, WITHOUT_BUTTONS].join("\n") };
}

/** Gives the frame's page its style, and returns its root. A style sheet belongs to the window it was made in. */
function adoptStyle(frame: HTMLIFrameElement | null, style: string): Element | undefined {
  const page = frame?.contentDocument;
  const view = frame?.contentWindow;
  if (!(page && view)) return undefined;
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(style);
  page.adoptedStyleSheets = [sheet];
  return page.documentElement;
}

function stretch(frame: HTMLIFrameElement | null): void {
  const root = frame?.contentDocument?.documentElement;
  if (frame !== null && root) frame.style.height = `${root.offsetHeight}px`;
}
