import { useEffect, useState } from 'react';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import type { FileCheck } from '../snapshot/check-files.js';

/** The answer of the check of the files once it has come; null until then. */
export const useFileCheck = (checked: Promise<FileCheck>): FileCheck | null => {
  const [answer, setAnswer] = useState<FileCheck | null>(null);
  useEffect(() => {
    let gone = false;
    void checked.then((found) => {
      if (!gone) setAnswer(found);
    });
    return () => {
      gone = true;
    };
  }, [checked]);
  return answer;
};

/** Which files were changed after they were made; nothing where none was, or nobody can know. */
export const ChangedNotice = ({ check }: { check: FileCheck | null }) => {
  const { say, list } = useTranslator();
  if (check?.state !== 'changed') return null;
  return (
    <p className="set-aside" role="alert" data-testid="changed-files">
      {say('notice.changed', { count: check.files.length, files: list(check.files.map(isolate)) })}
    </p>
  );
};
