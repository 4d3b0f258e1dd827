import { useState } from 'react';
import { Button, Drawer, Modal, Row, Section, Tabs } from '~/ui';
import { FormParts } from './FormParts';

export function OverlayParts() {
  const [drawer, setDrawer] = useState(false);
  const [modal, setModal] = useState(false);
  const [tab, setTab] = useState<'plan' | 'people'>('plan');
  return (
    <Section title="Over the page">
      <Row>
        <Button onClick={() => setDrawer(true)}>Open the drawer</Button>
        <Button onClick={() => setModal(true)}>Open the dialog</Button>
      </Row>
      <Tabs
        label="Case"
        current={tab}
        onChange={setTab}
        tabs={[
          { key: 'plan', label: 'Plan', content: 'What she wants, and who does what by when.' },
          { key: 'people', label: 'People', content: 'Who is there for her.' },
        ]}
      />
      <Drawer opened={drawer} onClose={() => setDrawer(false)} title="Log a contact">
        <FormParts />
      </Drawer>
      <Modal opened={modal} onClose={() => setModal(false)} title="End this assignment?">
        <p>Juniper will no longer see this case. The notes stay.</p>
        <Row>
          <Button look="danger">End it</Button>
          <Button onClick={() => setModal(false)}>Back</Button>
        </Row>
      </Modal>
    </Section>
  );
}
