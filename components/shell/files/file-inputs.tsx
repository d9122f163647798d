'use client';
import { type ChangeEvent, useEffect, useRef } from 'react';
import { offerInput } from './browse.ts';
import { readChosen } from './read-chosen.ts';
import { useReceiveFiles } from './use-receive-files.ts';

/** The inputs behind the Browse buttons. Not in the tab order: the buttons are. */
export function FileInputs() {
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const receive = useReceiveFiles();

  useEffect(() => {
    if (folder.current) folder.current.webkitdirectory = true;
    offerInput('file', file.current);
    offerInput('folder', folder.current);
    return () => {
      offerInput('file', null);
      offerInput('folder', null);
    };
  }, []);

  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const chosen = [...(input.files ?? [])];
    input.value = ''; // so that choosing the same file again is a change
    if (chosen.length > 0) receive(read(chosen), 'browse');
  };

  return (
    <div hidden>
      <input ref={file} type="file" multiple tabIndex={-1} aria-label="Event log files" onChange={onChange} />
      <input
        ref={folder}
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Folder of event logs"
        onChange={onChange}
      />
    </div>
  );
}

async function read(chosen: readonly File[]) {
  return { files: readChosen(chosen) };
}
