import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { List, Moment, Section } from '~/ui';
import type { PaperCase } from './query';
import { copyAudience } from './words';

/** Which copies there are: their numbers, for whom, by whom and when. */
export function CopiesMade({ copies }: { copies: PaperCase['planCopies'] }) {
  const { t } = useLingui();
  const { word } = useWords();
  if (copies.length === 0) return null;
  return (
    <Section title={t`Copies that were made`}>
      <List items={copies} itemKey={({ id }) => id} label={t`Copies that were made`}>
        {({ number, audience, madeAt, madeBy, takenAt }) => (
          <div>
            <strong>{t`Copy ${number}: ${word(copyAudience, audience)}`}</strong>
            <div className="t-soft">
              <Trans>
                made by {madeBy?.name}, <Moment value={madeAt} />
              </Trans>
              {takenAt ? null : <> · {t`the file was not fetched`}</>}
            </div>
          </div>
        )}
      </List>
    </Section>
  );
}
