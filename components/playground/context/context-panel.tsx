import { SettingsSection } from './settings-section.tsx';
import { SourceSection } from './source-section.tsx';

/** What the prediction rests on beside the program: sources, cluster and settings. Each change is planned at once. */
export function ContextPanel() {
  return (
    <div className="grid gap-6 p-3">
      <SourceSection />
      <SettingsSection />
    </div>
  );
}
