/** How sure it is that a question is one of the guide's thirteen. */
export type Certainty = 'words' | 'number' | 'none';

/** Words by which each of the thirteen is known, however a council puts them; each with how much it says. */
const SIGNS: readonly (readonly [construct: number, weight: number, pattern: RegExp])[] = [
  [1, 2, /\b(?:aware|know(?:n|ledge)?|familiar|understand(?:ing)?)\b.*\b(?:policy|guidance|procedure)/i],
  [
    2,
    3,
    /\b(?:hear|heard|find out|found out|learn(?:ed|t)?|told|come to know|came to know|get to know|reach(?:ed)?)\b.*\b(?:about|of|policy|it)\b/i,
  ],
  [3, 3, /\bhow (?:often|frequent(?:ly)?|regular(?:ly)?)\b|\bfrequency\b/i],
  [
    4,
    3,
    /\b(?:which|who|what)\b.*\b(?:staff|members?|people|roles?|teams?|workers?)?\b.*\b(?:receives?|gets?|is supervised|are supervised|has a supervisor|have a supervisor)\b/i,
  ],
  [5, 3, /\b(?:support(?:s|ed)?|helps?|in place|enables?)\b.*\b(?:supervisors?|managers?|supervise|effective|well)\b/i],
  [6, 4, /\b(?:barriers?|obstacles?|gets? in the way|difficult(?:y|ies)|hinders?|stops? you|prevents?)\b/i],
  [7, 4, /\b(?:apprais\w*|performance (?:review|framework|conversation)s?|behaviours? framework)\b/i],
  [8, 4, /\b(?:continuity|link(?:ed|s)?|thread|follow(?:s|ed)? (?:on|up|from)|join(?:ed|s)? up|carried forward|last time)\b/i],
  [
    9,
    4,
    /\b(?:outcomes?|(?:quality of )?practice|life for|difference (?:to|for) children|families)\b.*\b(?:children|evidence|change|impact|policy|different|better)\b|\bdifferen(?:ce|t)\b.*\b(?:children|families)\b|\bimpact\b.*\b(?:practice|children|outcomes?)\b/i,
  ],
  [10, 3, /\b(?:difference|changed?|different)\b.*\b(?:you|your)\b.*\b(?:work|job|role|practice)\b/i],
  [11, 4, /\b(?:systems?|process(?:es)?|forms?|paperwork|recording system)\b/i],
  [12, 4, /\b(?:shar(?:e|ed|ing)|spread|travels?|across|between)\b.*\b(?:teams?|practice|service|ideas?|learning)\b/i],
  [13, 4, /\b(?:celebrat\w*|recogni[sz](?:e|ed|ing|tion)|noticed|praised?|rewarded|thanked)\b/i],
];

/**
 * Which of the thirteen a question asks: by its words where they say so, else by its number, and null where neither does.
 * `number` is the one that the record gives it.
 */
export function placeQuestion(asked: string, number: number): { readonly construct: number | null; readonly by: Certainty } {
  const scores = new Map<number, number>();
  for (const [construct, weight, pattern] of SIGNS)
    if (pattern.test(asked)) scores.set(construct, (scores.get(construct) ?? 0) + weight);
  const best = Math.max(0, ...scores.values());
  const winners = [...scores].filter(([, score]) => score === best).map(([construct]) => construct);
  if (winners.includes(number)) return { construct: number, by: 'words' };
  const [only, ...others] = winners;
  if (only !== undefined && others.length === 0) return { construct: only, by: 'words' };
  if (number >= 1 && number <= 13) return { construct: number, by: 'number' };
  return { construct: null, by: 'none' };
}
