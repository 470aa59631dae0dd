import { createContext, type ReactNode, Suspense, useContext } from 'react';

/**
 * Whether parts come later at all. A page that is made beforehand ends where they begin: whether their code happened to be
 * there already must not change its bytes.
 */
export const LatePartsCome = createContext(true);

/** A part whose code comes after the page, with what keeps its room until then. */
export const LatePart = ({ room, children }: { room: ReactNode; children: ReactNode }) =>
  useContext(LatePartsCome) ? <Suspense fallback={room}>{children}</Suspense> : room;
