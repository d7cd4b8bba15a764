import '../app/theme/styles.ts';
import { start } from '../app/start.tsx';
import { fixtureLink } from './fixture-link.ts';

start(fixtureLink);
