import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DraftStatus, useDraft } from '~/drafts';
import { useWords } from '~/features/words';
import { useAsk, useMutation } from '~/gql';
import type {
  DisclosureMethod,
  DisclosurePreviewInput,
  InformationCategory,
} from '~/gql/generated/graphql';
import {
  Button,
  ChipChoice,
  Form,
  Notice,
  type Outcome,
  Select,
  Stack,
  TextArea,
  useForm,
  useFormValue,
} from '~/ui';
import { Confirm } from './Confirm';
import type { ListedRelease } from './query';
import { ReferralShareDocument } from './referralQuery';
import { type Preview, ShareDocument, SharePreviewDocument } from './shareQuery';
import { informationCategory, methodWords } from './words';

interface ShareFormProps {
  caseId: string;
  of: Pick<
    ListedRelease,
    | 'id'
    | 'categories'
    | 'methods'
    | 'person'
    | 'recipient'
    | 'recipientName'
    | 'purpose'
    | 'purposeWords'
  >;
  /** The referral whose service has accepted, when it is shared with that. */
  referral?: { id: string; version: number };
  onClose: () => void;
}
interface Looked {
  input: DisclosurePreviewInput;
  preview: Preview;
}

/** With a service that accepted: the door, where the release allows it. */
function firstMethod(
  methods: readonly DisclosureMethod[],
  accepted: boolean,
): DisclosureMethod | null {
  if (accepted && methods.includes('SECURE_PORTAL')) return 'SECURE_PORTAL';
  return methods.length === 1 ? (methods[0] ?? null) : null;
}

/** What of a release is shared now: chosen, looked at word for word, and then confirmed. */
export function ShareForm({ caseId, of, referral, onClose }: ShareFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const ask = useAsk(SharePreviewDocument);
  const share = useMutation(ShareDocument);
  const shareOfReferral = useMutation(ReferralShareDocument);
  const [looked, setLooked] = useState<Looked>();
  const [done, setDone] = useState(false);
  const form = useForm({
    initialValues: {
      categories: [...of.categories] as InformationCategory[],
      method: firstMethod(of.methods, referral !== undefined),
      about: null as InformationCategory | null,
      text: '',
    },
    validate: (values) => ({
      categories: values.categories.length ? null : t`Choose what is shared.`,
      method: values.method ? null : t`Choose how it is shared.`,
      about:
        !values.text.trim() || (values.about && values.categories.includes(values.about))
          ? null
          : t`Say of what kind these words are.`,
    }),
  });
  const draft = useDraft(`share:${referral?.id ?? of.id}`, form);
  const method = useFormValue(form, 'method');
  const byDoor = referral !== undefined && method === 'SECURE_PORTAL';
  const chosen = useFormValue(form, 'categories');
  const look = async (values: typeof form.values): Promise<Outcome<Looked>> => {
    const text = values.text.trim();
    const input: DisclosurePreviewInput = {
      case: caseId,
      person: of.person?.id ?? '',
      recipient: of.recipient?.id ?? null,
      categories: values.categories,
      purpose: of.purpose,
      purposeWords: of.purposeWords ?? null,
      method: values.method ?? 'VERBAL',
      words: text && values.about ? [{ category: values.about, text }] : [],
    };
    const answer = await ask({ input });
    if (answer.kind === 'fault') return answer;
    return { kind: 'done', value: { input, preview: answer.data.disclosurePreview } };
  };
  const send = ({ input, preview }: Looked, clientMutationKey: string) => {
    const sent = { clientMutationKey, contentHash: preview.contentHash };
    if (!referral) return share({ input: { ...input, ...sent } });
    const { person, categories, method, words } = input;
    return shareOfReferral({
      input: {
        ...sent,
        id: referral.id,
        expectedVersion: referral.version,
        person,
        categories,
        method,
        words: words ?? [],
      },
    });
  };
  if (done) {
    return (
      <Stack>
        <Notice tone="good" title={t`It is written down as shared`}>
          {byDoor
            ? t`The service gets a mail that says nothing, with a link that opens exactly that, once, within a day. You see here when it did.`
            : t`Now tell or hand over exactly that, and nothing else. It stands under "What was shared".`}
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
          share={(key) => send(looked, key)}
          onBack={() => setLooked(undefined)}
          onDone={() => {
            // What was typed is kept until then: looking at it is not yet sending it.
            draft.discard();
            setDone(true);
          }}
        />
      ) : null}
      <div hidden={looked !== undefined}>
        <Form
          form={form}
          label={t`Share`}
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
          <p>
            <Trans>
              To {of.recipientName}, by this release. Nothing is sent yet: next you see every word
              of it.
            </Trans>
          </p>
          <ChipChoice
            many
            name="categories"
            label={t`What is shared?`}
            hint={t`Leave out what they do not need.`}
            choices={choices(informationCategory, of.categories)}
            required
          />
          <ChipChoice
            name="method"
            label={t`How?`}
            choices={choices(methodWords, of.methods)}
            required
          />
          <TextArea
            name="text"
            label={t`What is not kept in fields, in words`}
            hint={t`Leave it empty, unless they need it. It goes along exactly as you write it.`}
            rows={3}
          />
          <Select
            name="about"
            label={t`Of what kind are these words?`}
            choices={choices(informationCategory, chosen)}
            clearable
          />
        </Form>
      </div>
    </Stack>
  );
}
