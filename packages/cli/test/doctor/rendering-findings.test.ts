import { sourceSpec } from '@marsad/collector';
import { describe, expect, it } from 'vitest';
import { renderingFindings } from '../../src/doctor/rendering-findings.js';

const site = (id: string, render: boolean) =>
  sourceSpec.parse({ id, kind: 'website', name: id, start: ['http://news.test/'], render });
const chromium = { executablePath: '/opt/chromium', args: [] };

describe('the doctor, of sources with render: true', () => {
  it('names the browser that renders them and leaves out the others', () => {
    expect(renderingFindings([site('plain', false), site('shop', true)], chromium, {})).toEqual([
      { state: 'ready', subject: 'source shop', sentence: 'pages are rendered by /opt/chromium' },
    ]);
  });

  it('says how to mend that there is none', () => {
    const [finding] = renderingFindings([site('shop', true)], undefined, {});
    expect(finding).toMatchObject({ state: 'wrong', sentence: expect.stringContaining('no Chromium was found') });
    expect(finding?.remedy).toContain('MARSAD_CHROMIUM');
  });

  it('says when MARSAD_CHROMIUM leads nowhere', () => {
    const [finding] = renderingFindings([site('shop', true)], undefined, { MARSAD_CHROMIUM: '/opt/gone' });
    expect(finding?.sentence).toContain('/opt/gone');
  });
});
