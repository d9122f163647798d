import { draftSql } from '#components/analyze/console/console-draft.ts';
import { hrefOf } from '#components/analyze/place/place.ts';
import { ButtonLink } from '#components/ui/button-link.tsx';
import type { OwnRunQuestion } from '#lib/learn/own-run/own-run-questions.ts';

/** Where the answer is to be seen: the insight, the SQL behind the number, the page about the problem. */
export function WhereToLook({ look: { insight, sql, docs } }: Pick<OwnRunQuestion, 'look'>) {
  return (
    <>
      <ButtonLink href={hrefOf({ view: 'insights', insight })} prefetch={false}>
        See the insight
      </ButtonLink>
      {sql === null ? null : (
        <ButtonLink href={hrefOf({ view: 'sql' })} prefetch={false} onClick={() => draftSql(sql)}>
          Evidence in SQL
        </ButtonLink>
      )}
      <ButtonLink kind="quiet" href={docs} prefetch={false}>
        About this problem
      </ButtonLink>
    </>
  );
}
