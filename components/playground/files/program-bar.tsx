'use client';
import { File, Folder, Plus, Share2, X } from 'lucide-react';
import { browse } from '#components/shell/files/browse.ts';
import { notice, noticeOf } from '#components/shell/notice.ts';
import { useStore } from '#components/shell/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { SelectField } from '#components/ui/select-field.tsx';
import { SPARK_VERSIONS } from '#lib/plan/settings.ts';
import { RestoredNote } from '../last/restored-note.tsx';
import { openProgramSample, PROGRAM_SAMPLES } from '../samples/program-samples.ts';
import { addFile, chooseMain, chooseSettings, closeFile, playground } from '../session/playground-session.ts';
import { shareProgram } from './share-program.ts';

/** What is open, and ways to open something else. */
export function ProgramBar() {
  const { files, main, current, settings } = useStore(playground);
  const openSample = (id: string) => {
    const sample = PROGRAM_SAMPLES.find((each) => each.id === id);
    if (sample) void openProgramSample(sample).catch((error: unknown) => notice.set(noticeOf(error)));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 max-sm:gap-x-1 border-line border-b bg-panel px-3 py-1.5">
      <SelectField
        label="Sample"
        options={[
          { value: '', label: 'open one …' },
          ...PROGRAM_SAMPLES.map(({ id, title }) => ({ value: id, label: title })),
        ]}
        value=""
        onChange={openSample}
        className="w-32"
      />
      <span className="flex gap-1">
        <Button kind="quiet" fit="tight" onClick={() => browse('file')}>
          <File aria-hidden size={16} strokeWidth={1.75} />
          Open files
        </Button>
        <Button kind="quiet" fit="tight" className="max-md:hidden" onClick={() => browse('folder')}>
          <Folder aria-hidden size={16} strokeWidth={1.75} />
          Open a folder
        </Button>
        <IconButton icon={Plus} label="Add a file" onClick={addFile} />
        <IconButton
          icon={X}
          label={`Close ${current}`}
          unavailable={files.length === 1 ? 'It is the only file' : undefined}
          onClick={() => closeFile(current)}
        />
      </span>
      {files.length > 1 ? (
        <SelectField
          label="Runs"
          options={files.map(({ path }) => ({ value: path, label: path }))}
          value={main}
          onChange={chooseMain}
        />
      ) : null}
      <SelectField
        label="Spark"
        options={SPARK_VERSIONS.map((version) => ({ value: version, label: version }))}
        value={settings.spark}
        onChange={(value) => {
          const spark = SPARK_VERSIONS.find((each) => each === value);
          if (spark) chooseSettings({ spark });
        }}
      />
      <Button kind="quiet" fit="tight" aria-haspopup="dialog" onClick={shareProgram}>
        <Share2 aria-hidden size={16} strokeWidth={1.75} />
        <span className="max-sm:sr-only">Share</span>
      </Button>
      <RestoredNote />
    </div>
  );
}
