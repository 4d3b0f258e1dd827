import { useLingui } from '@lingui/react/macro';
import { Link, List, Moment } from '~/ui';
import type { FullRequest } from './RequestPage';
import css from './requests.module.css';

/** What has been answered, the first answer first, with the services that were named. */
export function Answers({ answers }: { answers: FullRequest['answers'] }) {
  const { t } = useLingui();
  return (
    <List items={answers} itemKey={(row) => row.at} label={t`Answers`}>
      {(row) => (
        <div>
          <p className="t-soft">
            <Moment value={row.at} />
            {row.answeredBy ? ` · ${row.answeredBy.name}` : null}
          </p>
          <p className={css.story}>{row.note}</p>
          {row.services.length ? (
            <ul className={css.named} aria-label={t`Services that were named`}>
              {row.services.map((service) => (
                <li key={service.id}>
                  <Link to="/resources/$serviceId" params={{ serviceId: service.id }}>
                    {service.name}
                  </Link>
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </List>
  );
}
