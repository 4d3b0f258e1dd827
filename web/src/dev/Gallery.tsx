import { useState } from 'react';
import { setPreferences } from '~/preferences';
import { ActionMenu, Button, Columns, Page, Row } from '~/ui';
import { DataParts } from './DataParts';
import { FeedbackParts } from './FeedbackParts';
import { FigureParts } from './FigureParts';
import { FormParts } from './FormParts';
import { OverlayParts } from './OverlayParts';

/** Not translated: only those who build Trellis see it. */
export function Gallery() {
  const [compact, setCompact] = useState(false);
  const density = () => {
    setPreferences({ density: compact ? 'roomy' : 'compact' });
    setCompact(!compact);
  };
  return (
    <main style={{ padding: 'var(--t-pad)' }}>
      <Page
        title="Components"
        lead="Everything that feature code may use, in each of its states."
        actions={
          <Row>
            <Button onClick={() => setPreferences({ scheme: 'light' })}>Light</Button>
            <Button onClick={() => setPreferences({ scheme: 'dark' })}>Dark</Button>
            <Button onClick={density}>Density</Button>
            <ActionMenu
              label="More actions"
              actions={[
                { label: 'Edit', onSelect: () => {} },
                { label: 'End access', danger: true, onSelect: () => {} },
              ]}
            />
          </Row>
        }
      >
        <Columns wide>
          <FormParts />
          <FeedbackParts />
        </Columns>
        <DataParts />
        <FigureParts />
        <OverlayParts />
      </Page>
    </main>
  );
}
