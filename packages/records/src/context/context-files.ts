/** The files of a snapshot that hold what people know offline. Each is there only where there is something to tell. */
export const CONTEXT_FILES = {
  public: 'context.json',
  partner: 'partner/context.json',
  narratives: 'partner/narratives.json',
  notes: 'restricted/notes.json',
} as const;
