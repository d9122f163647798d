import type { Metadata } from 'next';
import { DocScreen } from '#components/reference/docs/doc-screen.tsx';
import { readDoc } from '#components/reference/docs/read-doc.ts';

export const metadata: Metadata = { title: 'Accuracy' };

export default function Page() {
  return <DocScreen text={readDoc('accuracy')} />;
}
