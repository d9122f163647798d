import type { AnalysisState } from '../kinds/analysis.ts';
import { redactInsight } from './redact-insight.ts';
import type { Redactor } from './redactor.ts';

export function redactAnalysis(state: AnalysisState, redactor: Redactor): AnalysisState {
  const { hides, standIn, text } = redactor;
  const name = (value: string | null) => (value !== null && hides('names') ? standIn('names', value) : value);
  const { application } = state;
  return {
    ...state,
    application: {
      ...application,
      name: name(application.name),
      app_id: name(application.app_id),
      spark_user: name(application.spark_user),
    },
    trust: state.trust.map((fact) => ({ ...fact, detail: text(fact.detail) })),
    insights: state.insights.map((insight) => redactInsight(insight, redactor)),
    clear: state.clear.map((each) => ({ ...each, checked: text(each.checked) })),
    not_applicable: state.not_applicable.map((each) => ({ ...each, reason: text(each.reason) })),
  };
}
