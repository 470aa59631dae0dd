import { extractMainText, type MainText } from './main-text.js';
import { type ThreadPost, type ThreadSelectors, threadPosts } from './thread-posts.js';

/** Work on one page that must not hold up or bring down the process. */
export type ExtractionTask =
  | { kind: 'article'; html: string; url: string }
  | { kind: 'thread'; html: string; selectors: ThreadSelectors };

export type ExtractionResult = { kind: 'article'; article: MainText } | { kind: 'thread'; posts: ThreadPost[] };

/** Does the task here and now. */
export const runExtraction = (task: ExtractionTask): ExtractionResult =>
  task.kind === 'article'
    ? { kind: 'article', article: extractMainText(task.html, { url: task.url }) }
    : { kind: 'thread', posts: threadPosts(task.html, task.selectors) };
