import type { NewsArticle } from '../read-content.js';

export const ORIGIN = 'http://akhbar.al-manar.test';

/** The path of an article's page. */
export const articlePath = (article: NewsArticle): string => `/article/${article.slug}.html`;

/** The path of a section's list; its Arabic name is percent-encoded, as on real sites. */
export const sectionPath = (section: string): string => `/section/${encodeURIComponent(section)}`;
