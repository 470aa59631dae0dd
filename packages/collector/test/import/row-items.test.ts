import { describe, expect, it } from 'vitest';
import { rowItems } from '../../src/import/row-items.js';
import { contextOf, sorted } from './support/context.js';
import { inPieces } from './support/memory-files.js';

const read = (text: string, name = '4cat.csv', more = {}) =>
  sorted(rowItems(inPieces(text), undefined, contextOf(name, more)));

describe('rowItems', () => {
  const header =
    'id,thread_id,timestamp,unix_timestamp,link,subject,body,author,author_fullname,author_id,language_guess,is_retweet,long_lat\n';

  it('reads an export of 4CAT by its usual columns', async () => {
    const { texts, error } = await read(
      `${header}11,10,2026-04-01 12:00:00,1775037600,https://example.org/11,Title,"Words, of it",amina,Amina B.,77,fr,no,"18.2, 35.5"\n`,
    );
    expect(error).toBeUndefined();
    expect(texts).toEqual([
      {
        sourceId: 'file',
        locator: '10/11',
        url: 'https://example.org/11',
        title: 'Title',
        text: 'Words, of it',
        // The other column is in the time zone of whoever made the export.
        publishedAt: '2026-04-01T10:00:00.000Z',
        publishedPrecision: 'second',
        languageHint: 'fra',
        authorHandle: 'amina',
        coordinates: [18.2, 35.5],
        permission: 'file-import',
      },
    ]);
  });

  it('reads its NDJSON alike', async () => {
    const row = {
      id: 5,
      thread_id: 'channel',
      timestamp: '2026-04-01 12:00:00',
      body: 'Words of it',
      author: 'REDACTED',
    };
    const { texts } = await read(`${JSON.stringify(row)}\n`, '4cat.ndjson', { language: 'ary' });
    expect(texts).toEqual([
      {
        sourceId: 'file',
        locator: 'channel/5',
        text: 'Words of it',
        publishedAt: '2026-04-01T12:00:00.000Z',
        publishedPrecision: 'second',
        languageHint: 'ary',
        permission: 'file-import',
      },
    ]);
  });

  it('tells posts of two channels apart that have one id', async () => {
    const { texts } = await read('id,thread_id,body\n1,first,one text\n1,second,other text\n7,7,the thread itself\n');
    expect(texts.map(({ locator }) => locator)).toEqual(['first/1', 'second/1', '7']);
  });

  it('takes no author from what stands for one that was removed', async () => {
    const { texts } = await read(
      'id,body,author\n1,a text,REDACTED\n2,a text,[deleted]\n3,a text,Anonymous\n4,a text,amina\n',
    );
    expect(texts.map(({ authorHandle }) => authorHandle)).toEqual([undefined, undefined, undefined, 'amina']);
  });

  it("leaves out somebody else's posts passed on", async () => {
    const { texts, left, problems } = await read('id,body,is_retweet\n1,own text,no\n2,RT @a: text,yes\n');
    expect(texts).toHaveLength(1);
    expect(left).toEqual({ boost: 1 });
    expect(problems).toEqual(["row 2 passes on somebody else's post"]);
  });
});
