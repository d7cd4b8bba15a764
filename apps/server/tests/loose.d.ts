/** What came over the wire, taken as it comes: these tests look at it as a browser would, without the server's types. */
// oxlint-disable-next-line typescript/no-explicit-any
type Loose = any;
