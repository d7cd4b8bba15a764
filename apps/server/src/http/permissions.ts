import type { Permission } from '@plumbline/domain/access';
import type { FastifyInstance } from 'fastify';

/** What a route asks of its caller: a permission, nothing (sign-in itself, the page, health), or that its procedures decide. */
export type RoutePermission = Permission | 'public' | 'each-procedure';

declare module 'fastify' {
  interface FastifyContextConfig {
    permission?: RoutePermission;
  }
}

export interface RouteFound {
  readonly method: string;
  readonly url: string;
  readonly permission: RoutePermission;
}

/** Refuses to start with a route that does not say what it asks of its caller. Returns the list of routes, for the test. */
export function requireRoutePermissions(app: FastifyInstance): RouteFound[] {
  const found: RouteFound[] = [];
  app.addHook('onRoute', (route) => {
    const permission = route.config?.permission ?? permissionOf(route.url);
    if (permission === null) throw new Error(`The route ${String(route.method)} ${route.url} names no permission.`);
    route.config = { ...route.config, permission };
    for (const method of [route.method].flat()) found.push({ method, url: route.url, permission });
  });
  return found;
}

/** Routes that parts we use add by themselves. */
function permissionOf(url: string): RoutePermission | null {
  if (url.startsWith('/api/trpc/')) return 'each-procedure';
  return url === '/*' ? 'public' : null;
}
