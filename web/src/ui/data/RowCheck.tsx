import { Checkbox } from '@mantine/core';

interface RowCheckProps {
  /** What it selects, for who does not see the row: "Select Fern". */
  label: string;
  checked: boolean;
  onChange: () => void;
}

/** Selects a row of a table. */
export function RowCheck({ label, checked, onChange }: RowCheckProps) {
  return <Checkbox aria-label={label} checked={checked} onChange={onChange} />;
}
