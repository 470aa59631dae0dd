import { noteKind } from '../context/note-kind.js';
import type { RegisterCommand } from './command.js';
import { readAsIs, registerEntriesCheck, registerEntriesImport, registerEntriesList } from './context-commands.js';

/** `marsad note`: what trained observers wrote down in neighbourhoods. */
export const registerNote: RegisterCommand = (program, run) => {
  const note = program.command('note').description('field notes of trained observers (docs/field-notes.md)');
  registerEntriesImport(note, run, noteKind, readAsIs(noteKind));
  registerEntriesList(note, run, noteKind);
  registerEntriesCheck(note, run, noteKind);
};
