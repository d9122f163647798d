const GAP = 6;

/** Puts a fixed element below its anchor, or above where there is no room, always inside the window. */
export function placeBeside(element: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const below = at.bottom + GAP;
  const top = below + height <= innerHeight ? below : at.top - GAP - height;
  const left = Math.max(GAP, Math.min(innerWidth - GAP - width, at.left + at.width / 2 - width / 2));
  element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}
