import type { SnapshotManifest } from '@marsad/records/snapshot';
import { weekStart } from '@marsad/records/without-checks';
import { sayRule } from '../i18n/say-figures.js';
import { sayRange } from '../i18n/say-weeks.js';
import { useTranslator } from '../i18n/translation.js';
import { isolate } from '../i18n/translator.js';
import { KnownAbout } from '../known/known-about.js';
import type { FileCheck } from '../snapshot/check-files.js';
import { ReasonCounts } from './reason-counts.js';

const USES = ['people', 'place', 'forecast', 'rank'] as const;
const SIX_DAYS = 6 * 86_400_000;

/** The model without weights: word lists and rules alone. */
const RULES = 'marsad-lexicon';

/** Where the figures come from, what was left out and why, and what they must not be used for. */
export const AboutData = ({ manifest, check }: { manifest: SnapshotManifest; check: FileCheck | null }) => {
  const translator = useTranslator();
  const { say, sayCode, day } = translator;
  const { weeks, model, sources, counts } = manifest;
  const copies = Object.entries(counts.outcomes).reduce(
    (sum, [code, posts]) => (code.endsWith(':copy') ? sum + posts : sum),
    0,
  );
  return (
    <section className="about" aria-labelledby="about-title" data-testid="about">
      <h2 id="about-title">{say('about.title')}</h2>
      <div className="about-grid">
        <div className="about-column">
          <section className="about-card about-use">
            <h3>{say('about.use')}</h3>
            <ul>
              {USES.map((use) => (
                <li key={use}>{say(`about.use.${use}`)}</li>
              ))}
            </ul>
          </section>
          <section className="about-card">
            <table className="small-table">
              <caption className="small-caption">{say('about.sources')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('about.name')}</th>
                  <th scope="col">{say('about.kind')}</th>
                </tr>
              </thead>
              <tbody>
                {sources.map((source) => (
                  <tr key={source.id}>
                    <th scope="row">
                      <bdi dir="auto">{source.name}</bdi>
                    </th>
                    <td>{sayCode('kind', source.kind)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className="note">{say('about.sourcesNote')}</p>
          </section>
        </div>
        <div className="about-column">
          <section className="about-card">
            <h3>{say('about.model')}</h3>
            <p>
              {say(model.name === RULES ? 'about.modelOfRules' : 'about.modelText', {
                name: isolate(model.name),
                version: isolate(model.version),
              })}
            </p>
            {check !== null && (
              <>
                <h3>{say('about.check')}</h3>
                <p data-testid="about-check">{say(`about.check.${check.state}`)}</p>
              </>
            )}
            <h3>{say('about.rules')}</h3>
            <p>{sayRule(translator, manifest.rules)}</p>
            {weeks !== null && (
              <>
                <h3>{say('about.weeks')}</h3>
                <p>
                  {say('about.weeksText', {
                    range: sayRange(translator, { from: weeks[0], to: weeks[1] }),
                    from: day(weekStart(weeks[0]), 'long'),
                    to: day(weekStart(weeks[1]) + SIX_DAYS, 'long'),
                  })}
                </p>
              </>
            )}
          </section>
          <KnownAbout />
        </div>
        <div className="about-column">
          <section className="about-card">
            <ReasonCounts
              counts={counts.outcomes}
              caption={say('about.posts')}
              column={say('about.outcome')}
              group="outcome"
            />
            <p className="note">{say('about.postsText', { posts: counts.posts })}</p>
            {copies > 0 && <p className="note">{say('about.copies', { copies })}</p>}
          </section>
          <section className="about-card">
            <ReasonCounts
              counts={counts.itemsLeftOut}
              caption={say('about.leftOutItems')}
              column={say('about.reason')}
              group="state"
            />
            <ReasonCounts
              counts={counts.documentsLeftOut}
              caption={say('about.leftOutDocuments')}
              column={say('about.reason')}
              group="state"
            />
          </section>
        </div>
      </div>
    </section>
  );
};
