import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import css from '~/features/directory/directory.module.css';
import { Phone } from '~/features/directory/Phone';
import type { ServiceKnownQuery } from '~/gql/generated/graphql';
import { Day, Facts, Fold, Hideable, List, Moment, Section, Stack } from '~/ui';
import { hours } from './hours';

export type ToldDetails = NonNullable<NonNullable<ServiceKnownQuery['service']>['details']>;
type Text = ToldDetails['areas'][number];
type Number = ToldDetails['phones'][number];

/** What its source tells of a service, each part folded: no part is shown that says nothing. */
export function Details({ of }: { of: ToldDetails }) {
  const { t, i18n } = useLingui();
  const words = [
    { label: t`How to apply`, value: of.applicationProcess },
    { label: t`Whom it is for`, value: of.eligibility },
    { label: t`What it costs`, value: of.fees },
    { label: t`Interpreters`, value: of.interpretation },
    { label: t`Accredited by`, value: of.accreditations },
  ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
  return (
    <Section title={t`What its source tells`}>
      <Stack gap="small">
        {of.alert ? <p className={css.story}>{of.alert}</p> : null}
        {words.length ? <Facts items={words} /> : null}
        <Part title={t`Hours`} items={of.schedules}>
          {(one) => hours(one, i18n.locale).map((line) => <div key={line}>{line}</div>)}
        </Part>
        <Part title={t`Places`} items={of.places}>
          {(one) => (
            <span className={css.pair}>
              {one.name ? <strong>{one.name}</strong> : null}
              {one.address ? <Hideable>{one.address}</Hideable> : null}
              {one.text ? <span className={css.small}>{one.text}</span> : null}
            </span>
          )}
        </Part>
        <Texts title={t`Areas it serves`} items={of.areas} />
        <Texts title={t`Languages`} items={of.languages} />
        <Texts title={t`For people with disabilities`} items={of.accessibility} />
        <Part title={t`Costs`} items={of.costs}>
          {(one) => [one.option, one.amount, one.text].filter(Boolean).join(' · ')}
        </Part>
        <Texts title={t`What to bring`} items={of.requiredDocuments} />
        <Part title={t`Phones`} items={of.phones}>
          {(one) => <Call of={one} />}
        </Part>
        <Part title={t`Contacts`} items={of.contacts}>
          {(one) => (
            <span className={css.pair}>
              <span>{[one.name, one.title].filter(Boolean).join(', ')}</span>
              {one.email ? <a href={`mailto:${one.email}`}>{one.email}</a> : null}
              {one.phones.map((phone) => (
                <Call key={phone.number} of={phone} />
              ))}
            </span>
          )}
        </Part>
        <Texts title={t`Programs`} items={of.programs} />
        <Part title={t`Classified as`} items={of.attributes}>
          {(one) => (
            <span className={css.pair}>
              <span>{[one.name, one.value].filter(Boolean).join(': ')}</span>
              <span className={css.small}>
                {[one.taxonomy, one.licence && t`license: ${one.licence}`]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </span>
          )}
        </Part>
        <Part title={t`What its source changed`} items={of.changes}>
          {(one) => [one.at, one.action, one.field].filter(Boolean).join(' · ')}
        </Part>
        <p className={css.small}>
          <Trans>
            Source: {of.source}
            {of.sourceVersion ? `, ${of.sourceVersion}` : ''}. Changed last{' '}
            <Day value={of.modifiedAt} />.
          </Trans>{' '}
          {of.importedAt ? (
            <Trans>
              Taken in <Moment value={of.importedAt} />.
            </Trans>
          ) : null}
        </p>
      </Stack>
    </Section>
  );
}

interface PartProps<Item> {
  title: string;
  items: readonly Item[];
  children: (item: Item) => ReactNode;
}

function Part<Item>({ title, items, children }: PartProps<Item>) {
  if (!items.length) return null;
  const numbered = items.map((item, place) => ({ item, place }));
  return (
    <Fold title={title} summary={items.length > 1 ? items.length : undefined}>
      <List items={numbered} itemKey={(one) => one.place} label={title}>
        {({ item }) => children(item)}
      </List>
    </Fold>
  );
}

function Texts({ title, items }: { title: string; items: readonly Text[] }) {
  return (
    <Part title={title} items={items}>
      {(one) => (
        <span className={css.pair}>
          {one.url ? (
            <a href={one.url} target="_blank" rel="noopener noreferrer">
              {one.name}
            </a>
          ) : (
            <span>{one.name}</span>
          )}
          {one.text ? <span className={css.small}>{one.text}</span> : null}
        </span>
      )}
    </Part>
  );
}

function Call({ of }: { of: Number }) {
  return (
    <span className={css.pair}>
      <Phone number={of.number} />
      {of.text || of.kind ? (
        <span className={css.small}>{[of.kind, of.text].filter(Boolean).join(', ')}</span>
      ) : null}
    </span>
  );
}
