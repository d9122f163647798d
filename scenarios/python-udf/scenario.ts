import { sameResult, stillReadable } from '#lib/learn/check/code-checks.ts';
import { measured, operators, predicted } from '#lib/learn/engine/readings.ts';
import { operatorTargets } from '#lib/learn/engine/targets.ts';
import { measuredOf, readOf } from '#lib/learn/scenario/figures.ts';
import { type Scenario, situations } from '#lib/learn/scenario/scenario.ts';
import { LAKE } from '../lake.ts';
import { WITH_BUILT_INS, WITH_UDF } from './programs.ts';
import { vary } from './variant.ts';

const MAIN = 'mail_domains.py';
const IN_PYTHON = /EvalPython$/;
const PYTHON_ROWS = `
SELECT max(total)
FROM plan_metrics JOIN plan_nodes USING (execution_id, plan_version, node_id)
WHERE plan_nodes.name LIKE '%EvalPython' AND plan_metrics.name = 'number of output rows'`;
const built = sameResult();

export const pythonUdf: Scenario = {
  id: 'python-udf',
  title: 'The UDF black box',
  concepts: ['udf'],
  minutes: 8,
  story: {
    who: 'Aisha, who counts mails by domain',
    symptom:
      'Her count reads {rows}, and its first stage took {stageMs}. The function in it is three lines of Python. "It is only a split", she says.',
    goal: 'See what a Python function hides from Spark, and do without it.',
    able: [
      'tell in a plan where rows go to Python and back',
      'say which filters run before a Python function and which after',
      'rewrite a small function with built-in ones',
    ],
  },
  situations: situations(
    {
      program: { files: { [MAIN]: WITH_UDF }, main: MAIN },
      settings: { spark: '4.3', cores: 4, conf: {} },
      catalog: LAKE,
      log: 'python-udf-before',
    },
    { solution: { files: { [MAIN]: WITH_BUILT_INS }, log: 'python-udf-after' } },
  ),
  queries: {
    rows: 'SELECT sum(input_records)::BIGINT FROM tasks',
    pythonRows: `SELECT coalesce((${PYTHON_ROWS}), 0)::BIGINT`,
    pythonNodes:
      "SELECT count(DISTINCT node_id) FROM plan_nodes WHERE plan = 'final' AND name LIKE '%EvalPython'",
    stageMs: 'SELECT stage_ms FROM stage_runs ORDER BY records DESC LIMIT 1',
  },
  figures: {
    rows: measuredOf('start', 'rows', 'records'),
    stageMs: measuredOf('start', 'stageMs', 'ms'),
    stageMsAfter: measuredOf('solution', 'stageMs', 'ms'),
    pythonRows: measuredOf('start', 'pythonRows', 'records'),
    pythonRowsAfter: measuredOf('solution', 'pythonRows', 'records'),
    pythonShare: readOf('start', 'share', (state) => {
      const { figures } = measured(state);
      return Number(figures.pythonRows) / Number(figures.rows);
    }),
    predictedNodes: readOf('start', 'count', (state) => operators(state, IN_PYTHON)),
    measuredNodes: measuredOf('start', 'pythonNodes', 'count'),
    measuredNodesAfter: measuredOf('solution', 'pythonNodes', 'count'),
  },
  steps: [
    {
      kind: 'observe',
      id: 'find-the-operator',
      title: 'Where do rows leave?',
      prose: 'The graph shows what Spark will do. All operators but one work on rows where they are.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Point at the operator that sends rows to a Python process and takes them back.',
      points: 'operator',
      among: operatorTargets,
      meant: (state) =>
        predicted(state).graph.nodes.flatMap(({ id, name }) => (IN_PYTHON.test(name) ? [id] : [])),
      nudge: 'Its name tells: it evaluates something in Python.',
    },
    {
      kind: 'predict',
      id: 'which-rows',
      title: 'Which rows go to Python?',
      prose:
        'The program computes `domain`, then filters by it, then filters by `day`. Spark may move filters, as long as the result is the same.',
      shows: { tool: 'playground', situation: 'start', view: 'code' },
      question: {
        kind: 'pick',
        ask: 'Of {rows} read, which are sent to Python?',
        needs: ['rows'],
        options: [
          {
            id: 'all',
            label: 'All of them',
            isSo: ({ pythonShare }) => Number(pythonShare) > 0.99,
            say: 'The filter by day needs nothing of the function, so Spark moves it in front.',
          },
          {
            id: 'of-the-days',
            label: 'Those of the days that are asked for',
            isSo: ({ pythonShare }) => Number(pythonShare) <= 0.99 && Number(pythonShare) > 0.2,
            say: 'The filter by day moves in front of the function. The filter by domain cannot: it needs what the function gives.',
          },
          {
            id: 'of-the-domain',
            label: 'Those of the domain that is asked for',
            isSo: ({ pythonShare }) => Number(pythonShare) <= 0.2,
            say: 'Spark cannot look into the function: to know the domain it has to call it for each row.',
          },
        ],
      },
      reveal:
        '{pythonRows}, or {pythonShare}: those of the right days. Each is turned into bytes, sent, worked on and sent back.',
    },
    {
      kind: 'act',
      id: 'built-in',
      title: 'Open the box',
      prose:
        'Spark knows what its own functions do: it compiles them, pushes filters through them, and reads only the columns they need.',
      shows: { tool: 'playground', situation: 'start', view: 'physical' },
      task: 'Compute the domain without Python. The result stays as it is.',
      levers: [{ kind: 'code' }],
      checks: [
        {
          id: 'no-python',
          says: 'No operator sends rows to Python.',
          holds: ({ now }) => operators(now, IN_PYTHON) === 0,
        },
      ],
      keeps: [
        sameResult('The result has the same columns, and the same ones decide about its rows.'),
        stillReadable(),
      ],
      slips: [
        {
          id: 'filter-gone',
          patch: {
            files: { [MAIN]: WITH_BUILT_INS.replace('    .where(F.col("domain") == "mail.example")\n', '') },
          },
          when: (looks) => operators(looks.now, IN_PYTHON) === 0 && !built.holds(looks),
          say: 'Python is gone, but so is something of the question: other columns decide about the result now.',
        },
      ],
      hints: [
        'Look at what the function does with its argument, step by step.',
        'For most small functions on texts, dates and arrays `pyspark.sql.functions` has a built-in one.',
        'Use `F.split`, take the second part with `[1]`, and `F.lower` around it.',
      ],
      worked: {
        patch: {
          files: {
            [MAIN]: WITH_UDF.replace('domain("email"))', 'F.split("email", "@")[1])'),
          },
        },
        say: 'The function is no longer called. Look again at what it did to the letters of the domain.',
      },
      solution: 'solution',
      otherWays: [
        {
          says: 'With `substring_index`.',
          patch: {
            files: {
              [MAIN]: WITH_BUILT_INS.replace(
                'F.split("email", "@")[1]',
                'F.substring_index("email", "@", -1)',
              ),
            },
          },
        },
        {
          says: 'With a pattern.',
          patch: {
            files: {
              [MAIN]: WITH_BUILT_INS.replace(
                'F.split("email", "@")[1]',
                'F.regexp_extract("email", "@(.*)", 1)',
              ),
            },
          },
        },
      ],
    },
    {
      kind: 'verify',
      id: 'compare',
      title: 'Does the real run agree?',
      prose:
        'Both programs ran with real Spark. The simulator has no say here: how long a Python function takes is nothing that a rule of Spark could tell.',
      shows: { tool: 'analyzer', situation: 'solution', view: 'stages' },
      of: ['which-rows'],
      compare: [
        { label: 'Rows sent to Python, measured', before: 'pythonRows', after: 'pythonRowsAfter' },
        { label: 'First stage, measured', before: 'stageMs', after: 'stageMsAfter' },
        { label: 'Python operators, measured', before: 'measuredNodes', after: 'measuredNodesAfter' },
      ],
      agree: [
        {
          what: 'Operators in Python',
          predicted: 'predictedNodes',
          measured: 'measuredNodes',
          within: 1,
          why: 'The plan is the same, so it has the same operators.',
        },
      ],
    },
    {
      kind: 'reflect',
      id: 'why',
      title: 'In your own words',
      prose: 'Aisha is asked whether all functions in Python are bad.',
      ask: 'What does Spark not see in a Python function, and what follows from that?',
      model:
        'It sees a name, arguments and a type. So it sends every row that may be needed, in bytes, to another process and waits. It cannot push a filter through the function, nor leave it out, nor compile it together with its neighbors.',
      tradeOffs: [
        {
          action: 'Built-in functions.',
          trade_off: 'Long expressions are harder to read than a function.',
          avoid_when: 'The logic has loops or a library in it.',
        },
        {
          action: 'A function on whole batches with `pandas_udf`.',
          trade_off: 'Rows still travel; memory for a batch is needed.',
          avoid_when: 'A built-in function does it.',
        },
        {
          action: 'Filter first, as far as filters do not need the function.',
          trade_off: 'None.',
          avoid_when: 'Spark does it already, as with the day here.',
        },
      ],
      wrongWhen:
        'Where a library is needed, a model or a parser, the function is right. Then what counts is that few rows and few columns reach it.',
    },
    {
      kind: 'transfer',
      id: 'another-function',
      title: 'Another function',
      prose: 'Another program with a function in it.',
      vary,
    },
    {
      kind: 'recall',
      id: 'again',
      title: 'Filters and functions',
      prose: 'A question about it comes back in a few days.',
      question: {
        kind: 'pick',
        ask: 'A filter needs only a column of the source, and stands behind a Python function. What does Spark do with it?',
        needs: [],
        options: [
          {
            id: 'moves',
            label: 'It moves it in front of the function',
            isSo: ({ pythonShare }) => Number(pythonShare) < 0.99,
            say: 'The result is the same, and fewer rows travel.',
          },
          {
            id: 'leaves',
            label: 'It leaves it where it stands',
            isSo: ({ pythonShare }) => Number(pythonShare) >= 0.99,
            say: 'Spark orders operators by what they need, not by their place in the text.',
          },
          {
            id: 'sends',
            label: 'It sends it to Python together with the function',
            isSo: () => false,
            say: 'Only arguments and results travel.',
          },
        ],
      },
      reveal: 'Of {rows} in Aisha’s run {pythonRows} went to Python.',
    },
  ],
};
