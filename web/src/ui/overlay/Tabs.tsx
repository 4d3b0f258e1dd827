import { Tabs as Base } from '@mantine/core';
import type { ReactNode } from 'react';

interface TabsProps<Key extends string> {
  label: string;
  tabs: readonly { key: Key; label: ReactNode; content: ReactNode }[];
  current: Key;
  onChange: (key: Key) => void;
}

/** Parts of one thing. Only the part in front is drawn, and so asked for. */
export function Tabs<Key extends string>({ label, tabs, current, onChange }: TabsProps<Key>) {
  return (
    <Base value={current} onChange={(key) => key && onChange(key as Key)} keepMounted={false}>
      <Base.List aria-label={label}>
        {tabs.map((tab) => (
          <Base.Tab key={tab.key} value={tab.key}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.key} value={tab.key} pt="lg">
          {tab.content}
        </Base.Panel>
      ))}
    </Base>
  );
}
