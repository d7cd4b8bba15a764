import { type ReactElement } from 'react';
import { Drawer } from '@mantine/core';
import { Why } from './why.tsx';

/** The reason beside a page, opened by its address. */
export function WhyDrawer({ dutyId, onClose }: { readonly dutyId: string | null; readonly onClose: () => void }): ReactElement {
  return (
    <Drawer
      opened={dutyId !== null}
      onClose={onClose}
      size="lg"
      title="Why"
      closeButtonProps={{ 'aria-label': 'Close the panel' }}
    >
      {dutyId !== null && <Why dutyId={dutyId} />}
    </Drawer>
  );
}
