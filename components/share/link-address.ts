/** Addresses of what is shared. Only what stands before the `#` ever reaches a server. */
export function sharedAddress(origin: string, fragment: string): string {
  return `${origin}/shared#${fragment}`;
}

/** Markup that shows the link inside of another page. Fragment and origin hold no character that HTML reads. */
export function embedCode(origin: string, fragment: string): string {
  return `<iframe src="${origin}/embed#${fragment}" title="Shufflescope" width="100%" height="520" loading="lazy"></iframe>`;
}
