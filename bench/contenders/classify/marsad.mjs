import { repeatedPosts } from '../../corpora/fixture-posts.mjs';
import { ours } from '../../peer.mjs';

export const name = 'marsad classify, 2 threads';
export const unit = 'posts';

const { openClassifier } = await ours('classifier');

/** @type {{ id: string, text: string }[]} */
let posts = [];
/** @type {Awaited<ReturnType<typeof openClassifier>>} */
let classifier;

export const prepare = async () => {
  posts = repeatedPosts(20_000).map((text, at) => ({ id: String(at), text }));
  classifier = await openClassifier({ threads: 2 });
};

export const run = async () => {
  const verdicts = await classifier.classify(posts);
  return verdicts.length;
};

export const close = () => classifier.close();
