import { useTranslator } from '../i18n/translation.js';

interface Props {
  counts: Readonly<Record<string, number>>;
  caption: string;
  column: string;
  /** what the first part of a code is: `suppressed:too-few-posts` is an outcome, `failed:time-out` a state, and a reason */
  group: 'outcome' | 'state';
}

/** Counts by code as a table, most first. Codes without a message are shown as they are: nothing is left out. */
export const ReasonCounts = ({ counts, caption, column, group }: Props) => {
  const { say, sayCode, count } = useTranslator();
  const rows = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const words = (code: string): string => {
    const [first = code, ...rest] = code.split(':');
    const reasons = rest.map((part) => {
      const status = /^http-(\d{3})$/.exec(part)?.[1];
      return status === undefined ? sayCode('reason', part) : say('reason.http', { status });
    });
    return [sayCode(group, first), ...reasons].join(' · ');
  };
  if (rows.length === 0) {
    return (
      <>
        <h3>{caption}</h3>
        <p className="note">{say('about.nothingLeftOut')}</p>
      </>
    );
  }
  return (
    <table className="small-table">
      <caption className="small-caption">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{column}</th>
          <th scope="col" className="number">
            {say('about.number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([code, number]) => (
          <tr key={code} data-code={code}>
            <th scope="row">
              <bdi dir="auto">{words(code)}</bdi>
            </th>
            <td className="number">{count(number)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
