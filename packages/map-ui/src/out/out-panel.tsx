import type { Area, SnapshotManifest } from '@marsad/records/snapshot';
import { useState } from 'react';
import { sayEmbedTitle } from '../i18n/say-embed.js';
import { useTranslator } from '../i18n/translation.js';
import { viewToUrl } from '../state/url.js';
import type { Choices, View } from '../state/view.js';
import type { PageChange } from '../view/change.js';
import type { PageFigures } from '../view/figures.js';
import { nameIn } from '../view/names.js';
import type { OutWorld } from './browser-world.js';
import { captionOf } from './caption.js';
import { comparedOf } from './compared.js';
import { CopyText } from './copy-text.js';
import { embedSnippet, othersCanOpen, viewLink } from './links.js';
import { FILE_KINDS, type FileKind, makeFile } from './make-file.js';
import { plainLine } from './plain-line.js';
import { sentenceOf } from './sentence.js';

interface Props {
  manifest: SnapshotManifest;
  areas: readonly Area[];
  /** the selected area; undefined: the city */
  area: Area | undefined;
  view: View;
  page: PageFigures;
  /** what map and table show while two periods are compared, else null */
  change: PageChange | null;
  choices: Choices;
  world: OutWorld;
}

/** What a reader takes away: a sentence, files, a brief, a frame for another page. All of it says what the page says. */
export const OutPanel = ({ manifest, areas, area, view, page, change, choices, world }: Props) => {
  const translator = useTranslator();
  const { say, language } = translator;
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [now] = useState(world.now);
  const query = viewToUrl({ ...view, language }, choices);
  const here = viewLink(world.pageUrl(), query);
  const isPublic = othersCanOpen(here);
  const compared = comparedOf(view, change);
  const captionParts = { manifest, view, page, compared, now, link: isPublic ? here : null };
  const city = plainLine(nameIn(manifest.city.names, language, manifest.city.id).text);
  const embedUrl = viewLink(world.pageUrl(), query, { embed: '1' });

  const save = async (kind: FileKind): Promise<void> => {
    setBusy(true);
    setSaid('');
    try {
      const file = await makeFile(kind, {
        manifest,
        areas,
        view,
        page,
        compared,
        translator,
        caption: captionOf(translator, captionParts),
        browserLanguage: world.browserLanguage(),
      });
      world.save(file.content, file.type, file.name);
      setSaid(say('out.saved', { name: file.name }));
    } catch {
      setSaid(say('out.failed'));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section className="out-panel" aria-labelledby="out-title" data-testid="out">
      <h2 id="out-title">{say('out.heading')}</h2>
      <div className="out-grid">
        <section className="out-card">
          <h3>{say('out.sentenceHeading')}</h3>
          <CopyText
            text={sentenceOf(translator, { ...captionParts, area })}
            label={say('out.sentenceHeading')}
            action={say('out.copySentence')}
            rows={9}
            testId="out-sentence"
            copy={world.copy}
          />
        </section>
        <section className="out-card">
          <h3>{say('out.files')}</h3>
          <ul className="out-files">
            {FILE_KINDS.map((kind) => (
              <li key={kind}>
                <button
                  type="button"
                  className="quiet"
                  disabled={busy}
                  data-testid={`out-${kind}`}
                  onClick={() => void save(kind)}
                >
                  {say(`out.${kind}`)}
                </button>
              </li>
            ))}
          </ul>
          <p className="note" role="status" data-testid="out-said">
            {said}
          </p>
          <p className="note">{say('out.filesNote')}</p>
        </section>
        <section className="out-card">
          <h3>{say('out.brief')}</h3>
          <p>
            <a className="quiet" data-testid="out-brief" href={viewLink(world.pageUrl(), query, { brief: '1' })}>
              {say('out.brief')}
            </a>
          </p>
          <p className="note">{say('out.briefNote')}</p>
          <details>
            <summary data-testid="out-embed">{say('out.embed')}</summary>
            <p className="note">{say('out.embedNote')}</p>
            {!isPublic && <p className="note out-warning">{say('out.embedLocal')}</p>}
            <CopyText
              text={embedSnippet(embedUrl, sayEmbedTitle(translator, city, view))}
              label={say('out.embedLabel')}
              action={say('out.copyEmbed')}
              dir="ltr"
              rows={4}
              testId="out-snippet"
              copy={world.copy}
            />
          </details>
        </section>
      </div>
    </section>
  );
};
