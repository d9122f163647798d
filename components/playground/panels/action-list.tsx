import { laneHeading } from '#components/graph/lane-heading.ts';
import { Disclosure } from '#components/ui/disclosure.tsx';
import { ProvenanceTag } from '#components/ui/provenance-tag.tsx';
import { SimpleTable } from '#components/ui/simple-table.tsx';
import { plural } from '#lib/base/format.ts';
import type { Place } from '#lib/pyspark/view/places.ts';
import type { LaneView, ProgramView } from '#lib/pyspark/view/program-view.ts';
import { PlaceButton } from './place-button.tsx';

export interface ActionListProps {
  readonly view: ProgramView;
  readonly several: boolean;
  readonly onPlace: (place: number) => void;
}

/** Every action with the jobs, stages and shuffles that it runs. */
export function ActionList({ view, several, onPlace }: ActionListProps) {
  const { lanes, eager, places } = view;
  return (
    <div className="grid gap-3 p-3">
      <p>
        <ProvenanceTag origin="predicted" />
      </p>
      {lanes.length === 0 ? (
        <p className="text-soft text-sm">
          Nothing in this program makes Spark execute, and no DataFrame was found. An action such as count(),
          show() or a write would show here.
        </p>
      ) : null}
      <ul className="grid gap-3">
        {lanes.map((lane, index) => {
          const { title, facts } = laneHeading(lane, places, several);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: an action is its turn
            <li key={index} className="grid gap-0.5 border-line border-b pb-2 text-sm">
              <span className="font-medium">
                <PlaceButton onClick={() => onPlace(lane.place)}>{title}</PlaceButton>
              </span>
              <span className="text-soft">{facts}</span>
              {lane.depends.length === 0 ? null : (
                <Disclosure summary={`Rests on ${plural(lane.depends.length, 'thing')} that the run decides`}>
                  <ul className="grid gap-1 text-soft">
                    {lane.depends.map((text) => (
                      <li key={text}>{text}</li>
                    ))}
                  </ul>
                </Disclosure>
              )}
              {lane.runBy === 'action' ? <Jobs lane={lane} /> : null}
            </li>
          );
        })}
        {eager.map(({ place, jobs }) => (
          <li key={place} className="text-sm">
            <PlaceButton onClick={() => onPlace(place)}>{placeText(places[place], several)}</PlaceButton>{' '}
            <span className="text-soft">is no action but runs {plural(jobs, 'job')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function placeText(place: Place | undefined, several: boolean): string {
  return place ? `${several ? `${place.file} ` : ''}line ${place.line} · ${place.method}()` : '';
}

function Jobs({ lane }: { readonly lane: LaneView }) {
  return (
    <Disclosure summary={`${plural(lane.jobs.length, 'job')} in order`}>
      <SimpleTable
        caption={`Jobs of ${lane.method}()`}
        columns={[{ header: 'Job' }, { header: 'Tasks of its stages' }]}
        rows={lane.jobs.map(({ what, tasks }) => [what, tasks.join(', ')])}
      />
    </Disclosure>
  );
}
