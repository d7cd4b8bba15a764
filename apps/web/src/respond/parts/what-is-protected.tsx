import { type ReactElement } from 'react';

/** What is protected, what is not, and who can see what: the same words wherever somebody may decide to answer. */
export function WhatIsProtected(): ReactElement {
  return (
    <div className="pair">
      <section className="card" aria-labelledby="protected">
        <h2 id="protected">What is protected</h2>
        <ul>
          <li>Nothing that is kept ties your answers to your name: no manager, administrator or database can.</li>
          <li>Whether you answered is kept nowhere. Reminders go to everybody.</li>
          <li>No address or device is kept with an answer, and after closing no order either.</li>
          <li>Nothing is shown about fewer than five people.</li>
        </ul>
      </section>
      <section className="card" aria-labelledby="not-protected">
        <h2 id="not-protected">What is not</h2>
        <ul>
          <li>A story that only you could tell: people may know it when they read it.</li>
          <li>A group in which everybody gives the same answer.</li>
          <li>A device that somebody else controls or can look at.</li>
          <li>That you took your link is recorded, with the day. It does not say that you answered; without it you did not.</li>
          <li>
            These pages come from a server: somebody who changed its program could make them tell. The fingerprint is there to be
            compared with any colleague’s, the name and key of your group with those of a colleague of the same group.
          </li>
          <li>
            Until the survey closes, whoever runs the database could watch answers come in and read them, but not see whose they
            are. To be surer still, take your link today and answer on another day.
          </li>
        </ul>
      </section>
    </div>
  );
}
