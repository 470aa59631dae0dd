import { escapeMarkup } from '@marsad/records';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markup } from '../../src/site/markup.js';

const REFERENCES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

it('escapes every text so that it reads back the same and holds no markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, (reference) => REFERENCES[reference] ?? '')).toBe(text);
    }),
  );
});

it('escapes what is put into a template, and markup only once', () => {
  const inner = markup`<b>${'a < b & c'}</b>`;
  expect(markup`<p title="${'"'}">${[inner, 7, ' ', 'é']}</p>`.text).toBe(
    '<p title="&quot;"><b>a &lt; b &amp; c</b>7 é</p>',
  );
});
