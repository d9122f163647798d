import type { Metadata } from 'next';
import { PrivacyScreen } from '#components/reference/privacy-screen.tsx';

export const metadata: Metadata = { title: 'Privacy' };

export default function Page() {
  return <PrivacyScreen />;
}
