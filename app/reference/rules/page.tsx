import type { Metadata } from 'next';
import { RulesScreen } from '#components/reference/rules/rules-screen.tsx';

export const metadata: Metadata = { title: 'Rules for PySpark programs · Reference' };

export default function Page() {
  return <RulesScreen />;
}
