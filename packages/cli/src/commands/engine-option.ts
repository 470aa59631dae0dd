export const ENGINE_FLAG = '--engine <engine>';
export const ENGINE_HELP =
  'which engine judges: linear (the trained model, the default), lexicon (the rules alone), transformer (a network of your own: docs/transformer.md)';
export const MODEL_FLAG = '--model <name>';
export const MODEL_HELP = 'marsad-open (the default), marsad-research, or the folder of a model (with a / in it)';
