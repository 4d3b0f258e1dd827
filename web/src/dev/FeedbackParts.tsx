import {
  Button,
  EmptyState,
  Facts,
  KeyHint,
  MaskedValue,
  Narrative,
  Notice,
  Quote,
  Row,
  Section,
  SkeletonRows,
  Stack,
  StatusPill,
} from '~/ui';

/** Words, states and sensitive values. */
export function FeedbackParts() {
  return (
    <Stack>
      <Section title="Buttons">
        <Row>
          <Button look="main">Save</Button>
          <Button>Back</Button>
          <Button look="quiet">Add another</Button>
          <Button look="danger">End access</Button>
          <Button look="main" busy>
            Saving
          </Button>
          <KeyHint keys={['G', 'C']} />
        </Row>
      </Section>
      <Section title="Notices">
        <Stack gap="small">
          <Notice title="Next staffing">Thursday at 10:00.</Notice>
          <Notice tone="good" title="Saved 10:42" onDismiss={() => {}} />
          <Notice tone="care" title="The review date has passed">
            It was due on November 3.
          </Notice>
          <Notice tone="problem" title="Not saved. What you wrote is still here">
            There is no connection to the server just now.
          </Notice>
        </Stack>
      </Section>
      <Section title="States">
        <Row>
          <StatusPill tone="active">Active</StatusPill>
          <StatusPill tone="waiting">Waiting for an answer</StatusPill>
          <StatusPill tone="care">Review overdue</StatusPill>
          <StatusPill tone="done">Completed</StatusPill>
          <StatusPill>Draft</StatusPill>
        </Row>
      </Section>
      <Section title="Sensitive">
        <Stack>
          <Quote who="Wren" when="2026-11-03">
            I want to finish school, and see my brother on Sundays.
          </Quote>
          <Facts
            items={[
              {
                label: 'Legal name',
                value: (
                  <MaskedValue
                    label="Legal name"
                    value={{ masked: true }}
                    unknown="Not recorded"
                    onReveal={async () => ({
                      kind: 'done',
                      value: { value: 'Example Name', hideAfterSeconds: 60 },
                    })}
                  />
                ),
              },
              { label: 'Jurisdiction', value: 'Example County, Texas' },
            ]}
          />
          <Narrative note="harm by an adult">The account stays closed until opened.</Narrative>
        </Stack>
      </Section>
      <EmptyState title="All caught up" actions={<Button>Look at next week</Button>}>
        Nothing waits for you. Next staffing on Thursday.
      </EmptyState>
      <SkeletonRows rows={3} />
    </Stack>
  );
}
