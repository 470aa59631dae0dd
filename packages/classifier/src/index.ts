export type { PostText } from './classify/engine.js';
export { type Classifier, type ClassifierOptions, openClassifier } from './classify/open-classifier.js';
export { type DetectOptions, detectLanguage } from './language/detect-language.js';
export { recipe as trainingRecipe } from './train/recipe.js';
export { recipeNames, shippedRecipe } from './train/shipped.js';
export { trainModel } from './train/train-model.js';
