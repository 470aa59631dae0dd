import { useTranslator } from '../i18n/translation.js';
import type { SnapshotProblem } from '../snapshot/problem.js';

/** The whole page when a snapshot cannot be shown: what is wrong, what to do, and the detail for whoever mends it. */
export const ProblemNotice = ({ problem }: { problem: SnapshotProblem }) => {
  const { say } = useTranslator();
  return (
    <main className="problem" data-testid="problem" data-problem={problem.kind}>
      <h1>{say('notice.title')}</h1>
      <p>{say(`notice.${problem.kind}`, { file: problem.file })}</p>
      <p className="note">
        {say('notice.detail', { detail: '' })}
        <bdi lang="en" dir="ltr">
          {problem.detail}
        </bdi>
      </p>
    </main>
  );
};
