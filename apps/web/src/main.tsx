import './app/theme/styles.ts';
import { serverLink } from './app/api/client.ts';
import { start } from './app/start.tsx';

start(serverLink());
