/** One request as the server saw it. */
export interface LoggedRequest {
  readonly path: string;
  readonly method: string;
  readonly bytes: number;
  readonly fields: Readonly<Record<string, readonly string[]>>;
  /** The texts that were to be translated. */
  readonly texts: readonly string[];
  /** The messages of a chat; empty elsewhere. */
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  /** The JSON that was sent; undefined where there was none. */
  readonly body: unknown;
  readonly authorization: string;
  readonly host: string;
  readonly isEncrypted: boolean;
  readonly range?: string;
  /** Milliseconds since the server started. */
  readonly at: number;
}

/** What a service answers when nothing goes wrong. */
export interface Reply {
  readonly status: number;
  readonly body: string | Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body with another list of translations, for faults that change it. */
  readonly withAnswers?: (
    change: (answers: readonly string[], texts: readonly string[]) => readonly string[],
  ) => string;
}
