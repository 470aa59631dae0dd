import { useId, useRef, useState } from 'react';
import { useTranslator } from '../i18n/translation.js';
import type { OutWorld } from './browser-world.js';

interface Props {
  text: string;
  /** what the text is, for those who do not see it */
  label: string;
  /** words of the button */
  action: string;
  /** direction of the text itself; the page's where it is left out */
  dir?: 'ltr';
  rows: number;
  testId: string;
  copy: OutWorld['copy'];
}

/** A text to read first and then copy; where the browser does not let the page copy, it is selected for the reader. */
export const CopyText = ({ text, label, action, dir, rows, testId, copy }: Props) => {
  const { say } = useTranslator();
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const onCopy = () => {
    copy(text).then(
      () => setSaid(say('out.copied')),
      () => {
        box.current?.select();
        setSaid(say('out.copyByHand'));
      },
    );
  };
  return (
    <div className="copy-text">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={box}
        readOnly
        dir={dir}
        rows={rows}
        value={text}
        data-testid={testId}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p>
        <button type="button" className="quiet" data-testid={`${testId}-copy`} onClick={onCopy}>
          {action}
        </button>{' '}
        <span role="status" className="note">
          {said}
        </span>
      </p>
    </div>
  );
};
