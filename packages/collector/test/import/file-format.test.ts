import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { formatOf, formatToRead } from '../../src/import/file-format.js';

const head = (text: string): Buffer => Buffer.from(text);

describe('formatOf', () => {
  it.each([
    ['a.csv', '', 'csv'],
    ['a.CSV.gz', '', 'csv'],
    ['a.tab', '', 'tsv'],
    ['a.ndjson', '', 'jsonl'],
    ['a.json', '[{"text":1}]', 'json'],
    ['a.htm', '', 'html'],
    ['a.xhtml', '', 'html'],
    ['a.warc.gz', '', 'warc'],
    ['a.wacz', '', 'wacz'],
    ['outbox.json', '{"@context":"https://www.w3.org/ns/activitystreams","orderedItems":[', 'activity-streams'],
    ['page.json', '{"id":"x","type": "OrderedCollectionPage"', 'activity-streams'],
    ['dump', 'WARC/1.0\r\n', 'warc'],
    ['dump', 'PK\u0003\u0004', 'wacz'],
    ['view.php?id=3', '\n<!-- saved from url=(0014)about:internet -->\n<!DOCTYPE html><html>', 'html'],
    ['view.php?id=4', '\uFEFF<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'html'],
    ['dump', '\uFEFF [{"text":1}]', 'json'],
    ['dump', '{"text":1}\n', 'jsonl'],
    ['dump', 'id,text\n', undefined],
    ['style.css', 'body { color: red }', undefined],
    ['feed.xml', '<?xml version="1.0"?><rss>', undefined],
    ['empty', '', undefined],
  ])('tells %s that begins with %j', (name, text, format) => {
    expect(formatOf(name, head(text))).toBe(format);
    if (text !== '') expect(formatOf(name, gzipSync(text))).toBe(format);
  });
});

describe('formatToRead', () => {
  const named = (name: string) => ({ name, inFolder: false });
  const found = (name: string) => ({ name, inFolder: true });

  it('reads a file that was named as is said, as it looks, or as rows', () => {
    expect(formatToRead(named('a.json'), head('[]'), 'activity-streams')).toEqual({ format: 'activity-streams' });
    expect(formatToRead(named('a.json'), head('[]'), undefined)).toEqual({ format: 'json' });
    expect(formatToRead(named('a.txt'), head('id,text'), undefined)).toEqual({ format: 'csv' });
  });

  it('reads of a folder what tells its format, and no other than asked for', () => {
    expect(formatToRead(found('a.csv'), head(''), undefined)).toEqual({ format: 'csv' });
    expect(formatToRead(found('index'), head('<html>'), undefined)).toEqual({ format: 'html' });
    expect(formatToRead(found('README'), head('{ not data }'), undefined)).toEqual({ reason: 'unknown-format' });
    expect(formatToRead(found('a.csv'), head(''), 'html')).toEqual({ reason: 'other-format' });
    expect(formatToRead(found('a.json'), head('{"orderedItems":[]}'), 'activity-streams')).toEqual({
      format: 'activity-streams',
    });
  });
});
