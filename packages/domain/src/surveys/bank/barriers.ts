/** What gets in the way of supervision: the codes B1 to B9 that focus groups and comments are sorted by as well. */
import { option } from './write-items.ts';

export const BARRIERS = [
  option('b1', 'I hold too many children'),
  option('b2', 'A fixed time limit came first'),
  option('b3', 'Needs were so complex that thinking took longer'),
  option('b4', 'Hardship around families added work: money, language, violence, drugs'),
  option('b5', 'My mind was elsewhere, or I was upset'),
  option('b6', 'Speed counts for more here than time with families'),
  option('b7', 'We were waiting for another agency'),
  option('b8', 'A new law or national rule changed the work'),
  option('b9', 'There is no slack: any surprise pushes sessions out'),
] as const;
