import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { DraftStatus, useDraft } from '~/drafts';
import { useWords } from '~/features/words';
import { useAsk } from '~/gql';
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
import { type Preview, SharePreviewDocument } from './shareQuery';
import { informationCategory, methodWords } from './words';

interface ShareFormProps {
  caseId: string;
  of: ListedRelease;
  onClose: () => void;
}
interface Looked {
  input: DisclosurePreviewInput;
  preview: Preview;
}

/** What of a release is shared now: chosen, looked at word for word, and then confirmed. */
export function ShareForm({ caseId, of, onClose }: ShareFormProps) {
  const { t } = useLingui();
  const { choices } = useWords();
  const ask = useAsk(SharePreviewDocument);
  const [looked, setLooked] = useState<Looked>();
  const [done, setDone] = useState(false);
  const form = useForm({
    initialValues: {
      categories: [...of.categories] as InformationCategory[],
      method: (of.methods.length === 1 ? of.methods[0] : null) as DisclosureMethod | null,
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
  const draft = useDraft(`share:${of.id}`, form);
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
          {...looked}
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
