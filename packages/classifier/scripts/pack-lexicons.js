// A step of the build: compiles the lexicons that ship, so that programs need not.
import { writeLexiconPacks } from '../dist/lexicon/lexicon-packs.js';

writeLexiconPacks();
