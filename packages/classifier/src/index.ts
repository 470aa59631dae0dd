export type { PostText } from './classify/engine.js';
export { type Classifier, type ClassifierOptions, openClassifier } from './classify/open-classifier.js';
export { type DetectOptions, detectLanguage } from './language/detect-language.js';
