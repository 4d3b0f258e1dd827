import { Trans, useLingui } from '@lingui/react/macro';
import css from './directory.module.css';
import { Phone } from './Phone';
import type { FullService } from './ServicePage';

/** The number large enough to be read out on another phone; then mail and site. */
export function ServiceReach({ of }: { of: Pick<FullService, 'phone' | 'email' | 'url'> }) {
  const { t } = useLingui();
  if (!of.phone && !of.email && !of.url) {
    return <p className="t-soft">{t`The directory has no way to reach it.`}</p>;
  }
  return (
    <div className={css.reach}>
      {of.phone ? (
        <div>
          <Phone number={of.phone} large />
        </div>
      ) : null}
      {of.email ? (
        <div>
          <a href={`mailto:${of.email}`}>{of.email}</a>
        </div>
      ) : null}
      {of.url ? (
        <div>
          <a href={of.url} target="_blank" rel="noopener noreferrer">
            {of.url.replace(/^https?:\/\//, '')}
          </a>{' '}
          <span className={css.small}>
            <Trans>opens in another tab</Trans>
          </span>
        </div>
      ) : null}
      <p className={css.small}>
        <Trans>
          For workers. Ask whether there is room without saying anything that identifies a young
          person.
        </Trans>
      </p>
    </div>
  );
}
