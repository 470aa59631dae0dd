import type { InterfaceLanguage } from '@marsad/records/snapshot';
import ar from '../locales/ar.json';
import en from '../locales/en.json';
import fr from '../locales/fr.json';

/** Every message the page can say. English is the reference; a test holds the three catalogues to the same keys. */
export type MessageKey = keyof typeof en;

export const CATALOGUES: Record<InterfaceLanguage, Record<MessageKey, string>> = { ar, en, fr };
