import { useEffect, useState } from 'react';
import { carriesFiles } from './read-drop.ts';

/** How many things are being dragged over the window; undefined when none are. */
export function useWindowDrop(onDrop: (transfer: DataTransfer) => void): number | undefined {
  const [dragged, setDragged] = useState<number>();

  useEffect(() => {
    // Enter and leave fire for every element passed over; the window is left when as many were left as entered.
    let depth = 0;
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        depth += 1;
        setDragged([...event.dataTransfer.items].filter(({ kind }) => kind === 'file').length);
      },
      dragover: (event: DragEvent) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
      },
      dragleave: (event: DragEvent) => {
        if (!carriesFiles(event.dataTransfer)) return;
        depth = Math.max(0, depth - 1);
        if (depth === 0) setDragged(undefined);
      },
      drop: (event: DragEvent) => {
        if (!carriesFiles(event.dataTransfer)) return;
        event.preventDefault();
        depth = 0;
        setDragged(undefined);
        onDrop(event.dataTransfer);
      },
    };
    const names = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
    for (const name of names) window.addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) window.removeEventListener(name, listeners[name]);
    };
  }, [onDrop]);

  return dragged;
}
