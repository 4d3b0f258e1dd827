import { Trans, useLingui } from '@lingui/react/macro';
import { useWords } from '~/features/words';
import { Facts, Hideable } from '~/ui';
import css from './releases.module.css';
import type { Content } from './shareQuery';
import { informationCategory, sharedField } from './words';

/** All that leaves, word for word, and nothing else (rule 28). */
export function SharedContent({ of }: { of: Content }) {
  const { t } = useLingui();
  const { word } = useWords();
  return (
    <section className={css.sent} aria-label={t`What is sent`}>
      <h3>
        <Trans>To {of.recipientName}</Trans>
      </h3>
      {of.parts.map((part) => (
        <div key={part.category}>
          <h4>{word(informationCategory, part.category)}</h4>
          {part.lines.length ? (
            part.lines.map((line) => (
              <Facts
                key={`${line.field}:${line.text}`}
                items={[
                  {
                    label: word(sharedField, line.field),
                    value: <Hideable>{line.text}</Hideable>,
                  },
                ]}
              />
            ))
          ) : (
            <p className="t-soft">{t`Nothing is known of it here, so nothing is sent.`}</p>
          )}
        </div>
      ))}
      {of.notice ? (
        <>
          <h4>{t`The notice that goes with it`}</h4>
          <p>{of.notice}</p>
        </>
      ) : null}
      {of.releaseCopy.length ? (
        <>
          <h4>{t`The copy of the release that goes with it`}</h4>
          <p>
            <Hideable>{of.releaseCopy.join('\n')}</Hideable>
          </p>
        </>
      ) : null}
    </section>
  );
}
