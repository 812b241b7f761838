/** A node of a Markdown tree, as far as prose needs it. */
export interface MarkdownNode {
  readonly type: string;
  readonly children?: readonly MarkdownNode[];
  readonly value?: string;
  readonly alt?: string;
  /** Offsets into the decoded file. */
  readonly start: number;
  readonly end: number;
}
