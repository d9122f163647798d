import { stillReadable, stillReads } from '#lib/learn/check/code-checks.ts';
import { downTo } from '#lib/learn/check/number-checks.ts';
import type { EngineState } from '#lib/learn/engine/engine-state.ts';
import { jobs, predicted } from '#lib/learn/engine/readings.ts';
import { readOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { sizes } from '../lake.ts';
import { FILES, NOTEBOOK, ONE_FILE, UNCHECKED, WITHOUT_LOOKS } from './programs.ts';
import { vary } from './variant.ts';

const GIB = 2 ** 30;
const MAIN = 'main.py';
const COLUMNS = ['city', 'day', 'minutes', 'fare'] as const;

const actions = (state: EngineState) => predicted(state).prediction.actions.length;
const eager = (state: EngineState) =>
  predicted(state).prediction.eager.reduce((sum, call) => sum + call.jobs, 0);
/** Scans of the landing files that the plans have; those behind a cache count once. */
const scans = (state: EngineState) =>
  predicted(state).graph.nodes.filter(({ role, marks }) => role === 'scan' && !marks.includes('cache'))
    .length;
/** Something looks at cities and minutes before the write: its columns decide whether anything is published. */
const looksFirst = (state: EngineState) => {
  const { actions: all } = predicted(state).prediction;
  const write = all.findLastIndex(({ method }) => method === 'parquet');
  return all
    .slice(0, write)
    .some(
      ({ method, lineage, indirect }) =>
        /^(count|first|head|collect|take|isEmpty)$/.test(method) &&
        ['city', 'minutes'].some((column) =>
          [...Object.values(lineage), ...Object.values(indirect)].flat().some(([, name]) => name === column),
        ),
    );
};

export const notebookToPipeline: Scenario = {
  id: 'notebook-to-pipeline',
  title: 'From notebook to nightly pipeline',
  concepts: ['driver', 'caching', 'shuffle'],
  minutes: 9,
  story: {
    who: 'Yusuf, whose notebook is to run every night',
    symptom:
      'It works: read, clean, check, add up, publish. But for one table it starts {jobs}, and reads the landing files {scans}. Nobody will look at what its cells show at night.',
    goal: 'Make a pipeline of it that reads once, checks once, and publishes only what passed.',
    able: [
      'count the jobs that a program starts, looks included',
      'say what reading without a schema costs',
      'cut a notebook into steps that can be tested',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: NOTEBOOK }, main: MAIN },
      settings: { spark: '4.3', cores: 20, conf: {} },
      catalog: {
        'landing/rides': {
          format: 'csv',
          columns: [
            { name: 'ride_id', type: 'bigint' },
            { name: 'city', type: 'string' },
            { name: 'day', type: 'date' },
            { name: 'minutes', type: 'double' },
            { name: 'fare', type: 'double' },
          ],
          ...sizes(64, 6 * GIB),
        },
      },
    },
    {
      solution: { files: FILES },
      withoutLooks: { files: { [MAIN]: WITHOUT_LOOKS } },
    },
  ),
  queries: {},
  figures: {
    jobs: readOf('start', 'text', (state) => `${jobs(state)} jobs`),
    scans: readOf('start', 'text', (state) => `${scans(state)} times`),
    jobCount: readOf('start', 'count', jobs),
    actionCount: readOf('start', 'count', actions),
    eagerJobs: readOf('start', 'count', eager),
    eagerJobsAfter: readOf('solution', 'count', eager),
    jobsWithoutLooks: readOf('withoutLooks', 'count', jobs),
    actionsWithoutLooks: readOf('withoutLooks', 'count', actions),
    jobsAfter: readOf('solution', 'count', jobs),
    actionsAfter: readOf('solution', 'count', actions),
    scanCount: readOf('start', 'count', scans),
    scanCountAfter: readOf('solution', 'count', scans),
    findings: readOf('start', 'count', (state) => predicted(state).findings.length),
    findingsAfter: readOf('solution', 'count', (state) => predicted(state).findings.length),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-eager-call',
      title: 'Jobs before any action',
      prose: 'Some calls start a job although nothing is asked for yet.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      task: 'Point at the line that reads the files only to find out what is in them.',
      points: 'line',
      among: (state) => {
        const { prediction } = predicted(state);
        const lines = [...prediction.eager, ...prediction.actions].map(({ line, method }) => ({
          line,
          method,
        }));
        const first = new Map(lines.map(({ line, method }) => [line, method]));
        return [...first].map(([line, method]) => ({ id: String(line), label: `Line ${line}: ${method}` }));
      },
      meant: (state) => [...new Set(predicted(state).prediction.eager.map(({ line }) => String(line)))],
      nudge: 'CSV files have no types. Somebody asked Spark to find them.',
    },
    {
      kind: 'predict',
      id: 'how-many-jobs',
      title: 'How many jobs?',
      prose: 'The text has {actionCount} actions: looks, counts, and the write.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'slider',
        ask: 'How many jobs does one run start, with those that no action asked for?',
        needs: ['actionCount'],
        truth: 'jobCount',
        unit: 'count',
        ...{ min: 1, max: 100, scale: 'log', right: 1.12, close: 1.6 },
        beliefs: [
          {
            answer: 'actionCount',
            say: 'One for each action: but adaptive execution makes a job of every stage, and reading a schema takes jobs as well.',
          },
        ],
      },
      reveal:
        '{jobCount}, of which {eagerJobs} only look for columns and types. Each action begins at the files again.',
    },
    {
      kind: 'predict',
      id: 'without-looks',
      title: 'And without the looks?',
      prose:
        'Take out every `show`, `printSchema` and printed count. The two counts of the checks stay, and the write.',
      shows: { tool: 'playground', situation: 'start', view: 'stages' },
      question: {
        kind: 'slider',
        ask: 'How many jobs are left?',
        needs: ['jobCount', 'actionCount'],
        truth: 'jobsWithoutLooks',
        unit: 'count',
        ...{ min: 1, max: 100, scale: 'log', right: 1.12, close: 1.8 },
        beliefs: [
          {
            answer: 'actionsWithoutLooks',
            say: 'That counts actions. A shuffle in between makes a job of its own, and the schema is still looked for.',
          },
        ],
      },
      reveal: '{jobsWithoutLooks}. That was the cheap half. The rest is in how it reads and how it checks.',
    },
    {
      kind: 'act',
      id: 'make-a-pipeline',
      title: 'Make a pipeline of it',
      prose:
        'The steps are there already: ingest, curate, check, model, publish. In files of their own each can be read and tested alone.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      task: 'Start at most half the jobs, with none before the first action, and read the landing files once. Check before you publish.',
      levers: [{ kind: 'code' }],
      checks: [
        downTo('jobs', 'A run starts half the jobs or fewer.', jobs, 0.5),
        {
          id: 'eager',
          says: 'No job runs before an action asks for it.',
          holds: ({ now }) => eager(now) === 0,
        },
        { id: 'scans', says: 'The landing files are read once.', holds: ({ now }) => scans(now) === 1 },
      ],
      keeps: [
        {
          id: 'checks',
          says: 'Rides are checked before anything is published.',
          holds: ({ now }) => looksFirst(now),
        },
        stillReads(
          'The table is still made of the rides.',
          COLUMNS.map((column) => `landing/rides ${column}`),
        ),
        stillReadable(),
      ],
      slips: [
        {
          id: 'unchecked',
          patch: { files: { [MAIN]: UNCHECKED } },
          when: ({ now }) => !looksFirst(now),
          say: 'Fewer jobs, but now bad rides are published, and nobody hears of it.',
        },
        {
          id: 'looks-only',
          patch: { files: { [MAIN]: WITHOUT_LOOKS } },
          when: ({ now, start }) => actions(now) < actions(start) && eager(now) > 0,
          say: 'The looks are gone. The schema is still looked for in the files, and each check reads them again.',
        },
      ],
      hints: [
        'Look at how the files are read, and at how often each count begins at them.',
        'A schema that is written down needs no job. Rows that are used twice can be cached, and two counts can be one aggregate.',
        'Give `read` a schema, `cache` the cleaned rides, count both kinds of bad rides in one `agg`, and write.',
      ],
      worked: {
        patch: { files: { [MAIN]: UNCHECKED } },
        say: 'The schema is written down and the looks are gone. The checks are gone as well: bring them back, in one look over cached rides.',
      },
      solution: 'solution',
      otherWays: [{ says: 'The same in one file.', patch: { files: { [MAIN]: ONE_FILE } } }],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Before and after',
      prose: 'Jobs and reads follow from the text, so they are predicted; nothing had to run.',
      shows: { tool: 'playground', situation: 'solution', view: 'stages' },
      of: ['how-many-jobs', 'without-looks'],
      compare: [
        { label: 'Jobs', before: 'jobCount', after: 'jobsAfter' },
        { label: 'Actions', before: 'actionCount', after: 'actionsAfter' },
        { label: 'Jobs that only look for a schema', before: 'eagerJobs', after: 'eagerJobsAfter' },
        { label: 'Reads of the landing files', before: 'scanCount', after: 'scanCountAfter' },
        { label: 'Findings of the rules', before: 'findings', after: 'findingsAfter' },
      ],
      agree: [],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Next month another notebook is to go to production.',
      ask: 'What of a notebook has no place in a nightly run, and what has to be added?',
      model:
        'Looks have no place: each is a run over the files. Guessing a schema has none: it costs jobs and changes with the data. What has to be added is a check that stops the run, before anything is published, and steps that can be tested without the others.',
      tradeOffs: [
        {
          action: 'Write the schema down.',
          trade_off: 'It has to be changed when the files change, which one then hears of.',
          avoid_when: 'Files are looked at for the first time.',
        },
        {
          action: 'Cache what the checks and the table share.',
          trade_off: 'Memory, and filters are no longer pushed into the read.',
          avoid_when: 'The cleaned rides are far larger than memory: then write them.',
        },
        {
          action: 'Check with one aggregate.',
          trade_off: 'It tells how many rows are bad, not which.',
          avoid_when: 'Bad rows go to a table of their own.',
        },
      ],
      wrongWhen:
        'While one explores, looks are the point. And where checks are many and slow, publishing first and checking beside it can be right, if readers can be told.',
    },
    {
      kind: 'transfer',
      id: 'another-notebook',
      title: 'Another notebook',
      prose: 'Another program, another number of jobs.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'Jobs of a notebook',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A program reads CSV with `inferSchema`, then counts. When are files read for the first time?',
        needs: [],
        options: [
          {
            id: 'read',
            label: 'At the read itself',
            isSo: ({ eagerJobs }) => Number(eagerJobs) > 0,
            say: 'To know the types Spark has to look at the values, so a job runs right there.',
          },
          {
            id: 'count',
            label: 'At the count',
            isSo: ({ eagerJobs }) => eagerJobs === 0,
            say: 'So it is with a schema that is written down.',
          },
          {
            id: 'write',
            label: 'When something is written',
            isSo: () => false,
            say: 'Every action reads; a write is one of them.',
          },
        ],
      },
      reveal: 'In Yusuf’s notebook {eagerJobs} jobs ran before the first action.',
    },
  ],
};
