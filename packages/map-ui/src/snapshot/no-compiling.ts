import { z } from 'zod';

// The page's content security policy forbids compiling code at run time, and even the attempt is reported. Schemas decide
// when they are made whether to try, so this is imported before any of them (vite.config.ts keeps that order).
z.config({ jitless: true });
