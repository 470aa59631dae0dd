import { z } from 'zod';
import {
  EVIDENCE_KINDS,
  FORMS,
  FUNCTIONS,
  HALLMARKS,
  IDEOLOGIES,
  RUNGS,
  SEVERITIES,
  SIGNALS,
  STANCES,
  TARGETS,
} from './taxonomy.js';

/** Checks for the codes of the taxonomy; apart from the codes, so that whoever only names them needs no checks. */
export const signalCode = z.enum(SIGNALS);
export const targetCode = z.enum(TARGETS);
export const formCode = z.enum(FORMS);
export const ideologyCode = z.enum(IDEOLOGIES);
export const functionCode = z.enum(FUNCTIONS);
export const stanceCode = z.enum(STANCES);
export const evidenceKind = z.enum(EVIDENCE_KINDS);
export const hallmarkCode = z.enum(HALLMARKS);
export const rungCode = z.enum(RUNGS);
export const severityCode = z.enum(SEVERITIES);
