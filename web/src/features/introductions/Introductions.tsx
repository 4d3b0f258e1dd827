import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useWords } from '~/features/words';
import { graphql, may, useQuery } from '~/gql';
import { FaultNotice } from '~/shell/FaultNotice';
import {
  Button,
  Drawer,
  Hideable,
  List,
  Moment,
  Quote,
  Row,
  Section,
  SkeletonRows,
  Stack,
} from '~/ui';
import { IntroductionForm } from './IntroductionForm';
import { introductionPreference } from './words';

const IntroductionsDocument = graphql(`
  query Introductions($id: ID!) {
    referral(id: $id) {
      id state
      case { id alias can }
      handOffs {
        calledAt spokeWith youthPresent youthPreference youthWords
        calledBy { id name }
        recordedBy { id name }
        recordedAt
      }
    }
  }
`);

/** How the young person came to know the service: introduced, not only sent (rule 92). */
export function Introductions({ referralId }: { referralId: string }) {
  const { t } = useLingui();
  const { word } = useWords();
  const [writing, setWriting] = useState(false);
  const { data, fault, retry } = useQuery(
    IntroductionsDocument,
    { id: referralId },
    { fresh: true, touches: ['Referral'] },
  );
  if (!data) return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={2} />;
  const of = data.referral;
  if (!of || of.state === 'DRAFT') return null;
  const writable = may(of.case.can, 'REFERRAL_HAND_OFF') && of.state !== 'ENTERED_IN_ERROR';
  if (!writable && !of.handOffs.length) return null;
  return (
    <Section title={t`Introduced to the service`}>
      <Stack>
        {of.handOffs.length ? (
          <List
            items={[...of.handOffs].reverse()}
            itemKey={(one) => one.recordedAt}
            label={t`Introductions`}
          >
            {(one) => (
              <Stack gap="small">
                <Row justify="between">
                  <strong>
                    <Hideable>{one.spokeWith}</Hideable>
                  </strong>
                  <span className="t-soft">
                    {one.calledBy?.name ?? t`somebody who left`} · <Moment value={one.calledAt} />
                  </span>
                </Row>
                <div>
                  {one.youthPresent
                    ? t`The young person was there.`
                    : t`The young person was not there.`}{' '}
                  {t`How they wanted it: ${word(introductionPreference, one.youthPreference)}.`}
                </div>
                {one.youthWords ? <Quote who={of.case.alias}>{one.youthWords}</Quote> : null}
              </Stack>
            )}
          </List>
        ) : (
          <p className="t-soft">{t`Nobody has introduced them yet.`}</p>
        )}
        {writable ? (
          <Row>
            <Button look="second" onClick={() => setWriting(true)}>
              {t`Write down an introduction`}
            </Button>
          </Row>
        ) : null}
      </Stack>
      <Drawer opened={writing} onClose={() => setWriting(false)} title={t`An introduction`}>
        {writing ? (
          <IntroductionForm referralId={referralId} onClose={() => setWriting(false)} />
        ) : null}
      </Drawer>
    </Section>
  );
}
