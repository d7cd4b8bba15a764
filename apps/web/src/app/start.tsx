import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { TRPCLink } from '@trpc/client';
import { createClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { TRPCProvider, type AppRouter } from './api/trpc.ts';
import { router } from './routing/router.ts';
import { cssVariablesResolver, readStyleNonce, theme } from './theme/theme.ts';

// Light or dark is the only thing kept in the browser: no names, no words, no tokens.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'plumbline-appearance' });

interface AppProps {
  readonly client: ReturnType<typeof createClient>;
  readonly queryClient: ReturnType<typeof createQueryClient>;
}

function App({ client, queryClient }: AppProps): ReactElement {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={readStyleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={client} queryClient={queryClient}>
          <RouterProvider router={router} />
        </TRPCProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Starts the pages with whatever answers their calls: the server, or made-up rows. */
export function start(link: TRPCLink<AppRouter>): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root element');
  // The drawer's scroll lock adds a style of its own and looks for the nonce under this name.
  Object.assign(globalThis, { __webpack_nonce__: readStyleNonce() });
  createRoot(root).render(
    <StrictMode>
      <App client={createClient(link)} queryClient={createQueryClient()} />
    </StrictMode>,
  );
}
