import type { Metadata } from 'next';
import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';

export const metadata: Metadata = { title: 'Page not found' };

export default function NotFound() {
  return (
    <div className="mx-auto max-w-3xl px-4 py-12 sm:px-6">
      <EmptyState title="There is no page at this address" reason="The link may be old, or mistyped.">
        <Link href="/" className="font-medium text-accent underline underline-offset-4">
          Go to the start page
        </Link>
      </EmptyState>
    </div>
  );
}
