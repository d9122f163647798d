/** Whether the magic bytes of a format lie at `bytes[at]`. */
export function startsWith(bytes: Uint8Array, magic: Uint8Array, at = 0): boolean {
  for (let i = 0; i < magic.length; i++) if (bytes[at + i] !== magic[i]) return false;
  return true;
}
