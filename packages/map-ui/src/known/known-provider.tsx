import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { type KnownOffline, NOTHING_KNOWN } from './known-offline.js';

const KnownContext = createContext<KnownOffline>(NOTHING_KNOWN);

/** Gives what people know offline to everything below, once it has come; nothing until then. */
export const KnownProvider = ({ known, children }: { known: Promise<KnownOffline>; children: ReactNode }) => {
  const [read, setRead] = useState(NOTHING_KNOWN);
  useEffect(() => {
    let gone = false;
    void known.then((found) => {
      if (!gone) setRead(found);
    });
    return () => {
      gone = true;
    };
  }, [known]);
  return <KnownContext value={read}>{children}</KnownContext>;
};

/** What people know offline, as far as it has come. */
export const useKnown = (): KnownOffline => use(KnownContext);
