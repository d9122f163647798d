import type { Damage, OpenInput } from './container.ts';
import { corrupt } from './container.ts';
import { GzipMembers, NO_MEMBER, type Outcome } from './gzip-members.ts';
import { pieces } from './pieces.ts';

/**
 * Decodes gzip with fflate, which, unlike native decoders, reads several members and gives what is decodable of a
 * damaged file. The first `delivered` decoded bytes are left out. Returns what is wrong, if anything.
 *
 * fflate does not tell where in the piece it was given the damage is, and drops what it had decoded of that piece.
 * So the file is decoded again, with smaller pieces at that place, until a piece is a single byte.
 */
export async function* gunzip(
  open: OpenInput,
  delivered: number,
): AsyncGenerator<Uint8Array, Damage | undefined> {
  let leftOut = delivered;
  const sizes = [{ from: 0, bytes: COARSE }];
  for (;;) {
    const members = new GzipMembers(leftOut);
    let outcome: Outcome | undefined;
    for await (const piece of pieces(open(), (at) => sizes.findLast(({ from }) => from <= at)!.bytes)) {
      outcome = members.push(piece);
      yield* members.take();
      if (outcome) break;
    }
    outcome ??= members.end();
    leftOut = members.delivered;
    if (outcome === 'whole') return undefined;
    if (outcome.kind === 'unclear') {
      sizes.push({ from: outcome.from, bytes: Math.max(1, Math.floor(outcome.bytes / FINER)) });
    } else if (outcome.kind === 'ended') return afterLastMember(open, outcome.at);
    else return outcome;
  }
}

/** Zeros behind the last member are padding (tapes, disk blocks); anything else would have to be a member. */
async function afterLastMember(open: OpenInput, end: number): Promise<Damage | undefined> {
  let at = 0;
  for await (const piece of pieces(open(), () => COARSE)) {
    const isPadding = piece.subarray(Math.max(0, end - at)).every((byte) => byte === 0);
    if (!isPadding) return { ...corrupt(NO_MEMBER), atByte: end };
    at += piece.length;
  }
  return undefined;
}

/** In the worst case a piece makes a thousand times as much before anybody sees the first byte of it. */
const COARSE = 32 * 1024;
/** 32 KiB, 1 KiB, 32 bytes, one. */
const FINER = 32;
