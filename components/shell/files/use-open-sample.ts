import { useCallback } from 'react';
import { exists } from '#lib/base/assert.ts';
import { fetchSample, samples } from './samples.ts';
import { useReceiveFiles } from './use-receive-files.ts';

export function useOpenSample(): (id: string) => void {
  const receive = useReceiveFiles();
  return useCallback(
    (id) => {
      const sample = exists(
        samples.find((each) => each.id === id),
        `sample ${id}`,
      );
      receive(
        fetchSample(sample).then((file) => ({ files: [file], label: sample.title })),
        'sample',
      );
    },
    [receive],
  );
}
