/** Stands in for the database package while types are checked here: pages know the server by what its calls answer alone. */
export {};
