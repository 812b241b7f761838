/** A node of a Markdown tree, as far as prose needs it. */
export interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly alt?: string;
  readonly url?: string;
  readonly title?: string;
  /** What references and definitions are matched by. */
  readonly identifier?: string;
  /** The rank of a heading, from 1. */
  readonly depth?: number;
  /** Offsets into the decoded file. */
  readonly start: number;
  readonly end: number;
}
