import { type ReactNode, type SyntheticEvent, useMemo } from "react";

/**
 * An exported page as it will look, without any right to run scripts. Its own style element would be refused by the
 * room's content policy, which a frame inherits; the same style is adopted instead.
 */
export function ShownPage({ html, title }: { html: string; title: string }): ReactNode {
  const { page, style } = useMemo(() => withoutActiveParts(html), [html]);
  const adopt = ({ currentTarget }: SyntheticEvent<HTMLIFrameElement>): void => adoptStyle(currentTarget, style);
  return (
    <iframe className="preview shown-page" title={title} sandbox="allow-same-origin" srcDoc={page} onLoad={adopt} />
  );
}

const STYLE = /<style>([\s\S]*?)<\/style>/gu;
const ACTIVE = /<style>[\s\S]*?<\/style>|<script\b[\s\S]*?<\/script>|<meta http-equiv[^>]*>/gu;
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

/** A style sheet belongs to the window it was made in. */
function adoptStyle(frame: HTMLIFrameElement, style: string): void {
  const { contentDocument: page, contentWindow: view } = frame;
  if (page === null || view === null) return;
  const sheet = new (view as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(style);
  page.adoptedStyleSheets = [sheet];
}
