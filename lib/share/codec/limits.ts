/**
 * What a link may be, held when it is written and when it is read. A link is text that people paste: Safari cuts
 * addresses at about 80,000 characters, and a small compressed text can hide a huge one.
 */

/** Characters of the payload in the fragment. */
export const MAX_PAYLOAD_CHARS = 60_000;

/** Bytes of the JSON text inside. */
export const MAX_INFLATED_BYTES = 1024 * 1024;

/** Beyond this, chat programs and ticket systems begin to cut or refuse links. */
export const COMFORTABLE_CHARS = 8_000;
