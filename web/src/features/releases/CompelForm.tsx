import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DraftStatus, useDraft } from '~/drafts';
import { useAsk, useMutation, useQuery } from '~/gql';
import type {
  DisclosurePreviewInput,
  DisclosureWithoutConsentInput,
} from '~/gql/generated/graphql';
import { FaultNotice } from '~/shell/FaultNotice';
import { Button, Form, Notice, type Outcome, Select, SkeletonRows, Stack, useForm } from '~/ui';
import { CompelPapers } from './CompelPapers';
import { CompelWhat } from './CompelWhat';
import { Confirm } from './Confirm';
import { askOf, type CompelValues, emptyCompel, withoutOf } from './compel';
import { ReleasePeopleDocument } from './query';
import {
  CompelDocument,
  CompelFactsDocument,
  CompelPreviewDocument,
  type Preview,
} from './shareQuery';
import { usePersonLabel } from './usePersonLabel';

interface Looked {
  input: DisclosurePreviewInput;
  without: DisclosureWithoutConsentInput;
  preview: Preview;
}

/** What a court or a statute demands: its papers, what leaves, and then every word of it (rule 22). */
export function CompelForm({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useLingui();
  const label = usePersonLabel();
  const ask = useAsk(CompelPreviewDocument);
  const compel = useMutation(CompelDocument);
  const facts = useQuery(CompelFactsDocument, {});
  const people = useQuery(ReleasePeopleDocument, { id: caseId });
  const [looked, setLooked] = useState<Looked>();
  const [done, setDone] = useState(false);
  const young = people.data?.case?.people.filter(({ role }) => role === 'CHILD') ?? [];
  const form = useForm<CompelValues>({
    initialValues: emptyCompel,
    validate: (values) => ({
      demand: values.demand ? null : t`Choose what demands it.`,
      report: values.demand !== 'STATUTE' || values.report ? null : t`Choose which report.`,
      person: young.length === 1 || values.person ? null : t`Choose the young person.`,
      recipientName: values.recipientName.trim() ? null : t`Write who receives it.`,
      categories: values.categories.length ? null : t`Choose what is shared.`,
      method: values.method ? null : t`Choose how it is shared.`,
      about:
        !values.text.trim() || (values.about && values.categories.includes(values.about))
          ? null
          : t`Say of what kind these words are.`,
    }),
  });
  const draft = useDraft(`compel:${caseId}`, form);
  const look = async (values: CompelValues): Promise<Outcome<Looked>> => {
    const input = askOf(values, caseId, values.person ?? young[0]?.id ?? '');
    const without = withoutOf(values);
    const answer = await ask({ input, without });
    if (answer.kind === 'fault') return answer;
    return { kind: 'done', value: { input, without, preview: answer.data.disclosurePreview } };
  };
  const fault = facts.fault ?? people.fault;
  if (!facts.data || !people.data) {
    const retry = facts.fault ? facts.retry : people.retry;
    return fault ? <FaultNotice fault={fault} retry={retry} /> : <SkeletonRows rows={8} />;
  }
  if (done) {
    return (
      <Stack>
        <Notice tone="good" title={t`It is written down as shared`}>
          {t`Now tell or hand over exactly that, and nothing else. It stands under "What was shared".`}
        </Notice>
        <Button onClick={onClose}>{t`Close`}</Button>
      </Stack>
    );
  }
  return (
    <Stack>
      {looked ? (
        <Confirm
          preview={looked.preview}
          share={(clientMutationKey) =>
            compel({
              input: {
                ...looked.input,
                ...looked.without,
                clientMutationKey,
                contentHash: looked.preview.contentHash,
              },
            })
          }
          onBack={() => setLooked(undefined)}
          onDone={() => {
            draft.discard();
            setDone(true);
          }}
        />
      ) : null}
      <div hidden={looked !== undefined}>
        <Form
          form={form}
          label={t`What a court or the law demands`}
          submitLabel={t`Show what will be sent`}
          onSubmit={look}
          onDone={setLooked}
          extra={
            <>
              <Button look="quiet" onClick={onClose}>{t`Back`}</Button>
              <DraftStatus draft={draft} onStartOver={() => form.reset()} />
            </>
          }
        >
          <Notice tone="care" title={t`Share as little as the paper demands`}>
            {t`Without a release something leaves only because a court or the law demands it. Nothing is sent yet: next you see every word of it.`}
          </Notice>
          {young.length > 1 ? (
            <Select
              name="person"
              label={t`About whom?`}
              choices={young.map((one) => ({ value: one.id, label: label(one) }))}
              required
            />
          ) : null}
          <CompelPapers form={form} supervisors={facts.data.colleagues} />
          <CompelWhat form={form} reports={facts.data.mandatedReports} />
        </Form>
      </div>
    </Stack>
  );
}
