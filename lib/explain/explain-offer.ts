/** What the server answers to a GET of /api/explain: whether a model can be asked, and on what terms. */
export interface ExplainOffer {
  /** Undefined: no model is set up here. */
  readonly model: string | undefined;
  /** Where it is reached: the company, or the host of a server of one's own. */
  readonly provider: string | undefined;
  readonly promptVersion: string;
  readonly signIn: boolean;
  /** Name of who is signed in. */
  readonly user: string | undefined;
  /** Answers a day for whoever asks now; 0: none without signing in. */
  readonly perDay: number;
}

/** A pack and for whom, as sent; `reload` passes remembered answers by. */
export interface ExplainRequest {
  readonly audience: string;
  readonly reload?: boolean;
  readonly pack: unknown;
}
