import { fromBase64url, toBase64url } from './codec/base64url.ts';
import { closeJson } from './codec/close-json.ts';
import { ShapeError } from './codec/decode.ts';
import { MAX_INFLATED_BYTES, MAX_PAYLOAD_CHARS } from './codec/limits.ts';
import { pack, unpack } from './codec/pack.ts';
import { type Envelope, envelope } from './envelope.ts';
import { CURRENT_VERSION, upgrade } from './upgraders.ts';

/** A link's fragment: `s=<version>.<base64url of the zlib stream of the envelope as JSON>`. */
export interface WrittenLink {
  /** Without the `#`. */
  readonly fragment: string;
  /** Bytes of the JSON text. */
  readonly jsonBytes: number;
  /** Larger than readers take: it must not be handed out. */
  readonly isTooLarge: boolean;
}

export function writeLink({ state, ...about }: Envelope): WrittenLink {
  // The state comes last, so that a link that was cut still says what it is.
  const json = JSON.stringify({ ...about, state });
  const jsonBytes = new TextEncoder().encode(json).length;
  const payload = toBase64url(pack(json));
  return {
    fragment: `s=${CURRENT_VERSION}.${payload}`,
    jsonBytes,
    isTooLarge: payload.length > MAX_PAYLOAD_CHARS || jsonBytes > MAX_INFLATED_BYTES,
  };
}

/** Why a link cannot be shown as it was made. */
export type LinkProblem =
  /** No fragment at all. */
  | 'empty'
  /** The fragment is none of ours. */
  | 'unknown'
  /** Made by a later version. */
  | 'newer'
  /** Longer than any link that is written here. */
  | 'too-long'
  /** A small payload that unfolds into more than any link holds. */
  | 'too-large'
  /** Cut or changed on its way. */
  | 'damaged'
  /** Intact, and its content is not what a link holds. */
  | 'invalid';

export interface ReadLink {
  /** Undefined for a link that is whole and understood. */
  readonly problem: LinkProblem | undefined;
  /** What could be read: everything, or what could be saved of a link with a problem. */
  readonly content: Envelope | undefined;
  /** Parts that were left out, and why. */
  readonly lost: readonly string[];
  /** The format's version, where the link says it. */
  readonly version: number | undefined;
  /** The text inside as far as it could be read, for people who want to look for themselves. */
  readonly json: string;
}

/** Reads the fragment of an address, with or without `#`. Never throws, whatever it is given. */
export function readLink(fragment: string): ReadLink {
  const given = fragment.replace(/^#/, '');
  if (given === '') return nothing('empty');
  const parts = /^s=(\d{1,6})\.([^&]*)/.exec(given);
  if (!parts) return nothing('unknown');
  const version = Number(parts[1]);
  const payload = parts[2]!;
  if (version < 1) return nothing('unknown');
  if (payload.length > MAX_PAYLOAD_CHARS) return nothing('too-long', version);
  const { bytes, digits } = fromBase64url(payload);
  const { text, state } = unpack(bytes);
  if (state === 'too-large') return nothing('too-large', version);
  const isWhole = state === 'whole' && digits === payload.length;
  return { ...understand(text, version, isWhole), version, json: text };
}

function understand(
  text: string,
  version: number,
  isWhole: boolean,
): Pick<ReadLink, 'problem' | 'content' | 'lost'> {
  const problem = version > CURRENT_VERSION ? 'newer' : isWhole ? undefined : 'damaged';
  const lost: string[] = [];
  try {
    const json: unknown = JSON.parse(isWhole ? text : (closeJson(text) ?? ''));
    const content = envelope(upgrade(json, version), { path: '', lost, isCut: !isWhole });
    return { problem, content, lost };
  } catch (error) {
    if (!(error instanceof ShapeError || error instanceof SyntaxError)) throw error;
    const reason = error instanceof ShapeError ? error.message : 'the text inside does not make sense';
    return { problem: problem ?? 'invalid', content: undefined, lost: [...lost, reason] };
  }
}

function nothing(problem: LinkProblem, version?: number): ReadLink {
  return { problem, content: undefined, lost: [], version, json: '' };
}
