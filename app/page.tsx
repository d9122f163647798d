import { Landing } from '#components/landing/landing.tsx';

export default function Page() {
  return <Landing />;
}
