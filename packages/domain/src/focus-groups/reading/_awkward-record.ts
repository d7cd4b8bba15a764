/**
 * An invented record, as awkward as those that councils have: bits of a web page, numbers written three ways, answers beside
 * their questions, supplementary questions in two spellings, a numbered list inside an answer. Nobody in it exists.
 */
export const AWKWARD = `

Residential Carers Focus Group \u2013 Marlhaven supervision standard - 14th February 2023

Facilitator: R. Penhallow
Question
1) Do you know what our supervision policy says?
All carers present had seen it on the noticeboard. Two of them had read the part on night shifts.
2. How did you hear about the policy? Through: <ul class="notes"> \u2022 The shift handover \u2022 A poster by the kettle</ul>
3) How often does supervision happen?
Roughly every five weeks.  In most homes the rota decides. &nbsp;A quick word on the stairs is hardly ever written down.

Sup Q \u2013 who moves it when it is moved?

A: The rota, nearly always.

It was said twice that nobody rearranges.
4) Which staff get supervision?
Everybody on the permanent rota. Bank staff were not in the room.
5) What helps supervisors to do it well?
Three things were named:
1. a room with a door
2. somebody on the floor meanwhile
3. knowing the date
6) What gets in the way?
One newer carer said that sleep-ins leave no head for it.
SupQ is that every week?  A: Not every week.
7: How does appraisal sit beside supervision?
They do not meet.
9) What difference has it made to children, and what would show the evidence?
Nobody could name one.
14) What did you think of the biscuits?
Some had liked them.
`;
