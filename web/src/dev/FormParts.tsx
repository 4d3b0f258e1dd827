import { useRef } from 'react';
import {
  Check,
  ChipChoice,
  DateField,
  Form,
  type Outcome,
  Section,
  Select,
  TextArea,
  TextField,
  useForm,
} from '~/ui';

const needs = ['Transport', 'School', 'Legal', 'Housing', 'Respite'].map((label) => ({
  value: label.toUpperCase(),
  label,
}));
const answers: Outcome<string>[] = [
  {
    kind: 'problems',
    message: 'Please look again',
    fields: [
      { path: 'name', message: 'Say who you spoke with' },
      { path: 'channel', message: 'Choose one' },
    ],
  },
  {
    kind: 'conflict',
    message: 'Somebody else changed this',
    currentVersion: 4,
    fields: [
      {
        path: 'note',
        yours: 'She asked for a ride on Friday.',
        theirs: 'Ride arranged for Friday.',
      },
    ],
  },
  { kind: 'fault', message: 'There is no connection to the server just now.', requestId: 'r-7f3' },
];

/** A form that answers each try differently: problems, a conflict, a fault. */
export function FormParts() {
  const form = useForm({
    initialValues: {
      name: '',
      channel: 'PHONE',
      needs: ['SCHOOL'],
      service: null as string | null,
      day: null as string | null,
      note: '',
      safe: true,
    },
  });
  const tries = useRef(0);
  const answer = async () => {
    tries.current += 1;
    return answers[(tries.current - 1) % answers.length] as Outcome<string>;
  };
  return (
    <Section title="A form">
      <Form form={form} onSubmit={answer} onDone={() => {}} submitLabel="Save contact">
        <TextField name="name" label="Who" hint="The name they like to be called." required />
        <ChipChoice
          name="channel"
          label="How"
          choices={[
            { value: 'PHONE', label: 'Phone' },
            { value: 'TEXT', label: 'Text message' },
            { value: 'IN_PERSON', label: 'In person' },
          ]}
        />
        <ChipChoice name="needs" label="Needs" many choices={needs} />
        <Select name="service" label="Service" choices={needs} placeholder="Type to find" />
        <DateField name="day" label="Next contact" />
        <TextArea name="note" label="Note" />
        <Check name="safe" label="Safe to call this number" />
      </Form>
    </Section>
  );
}
