package com.klinity.appointments;

/** A row: what the API shows of it, and the version that its entity tag is made of. */
record Stored<V>(V view, long version) {}
